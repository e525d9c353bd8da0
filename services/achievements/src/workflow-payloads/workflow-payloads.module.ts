import { Module } from '@nestjs/common';
import { WorkflowPayloadsController } from './workflow-payloads.controller';
import { WorkflowPayloadsService } from './workflow-payloads.service';

@Module({ controllers: [WorkflowPayloadsController], providers: [WorkflowPayloadsService] })
export class WorkflowPayloadsModule {}
