import { Module } from '@nestjs/common';
import { GraphChangesController } from './graph-changes.controller';
import { GraphChangesService } from './graph-changes.service';

@Module({ controllers: [GraphChangesController], providers: [GraphChangesService] })
export class GraphChangesModule {}
