import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module';
import { GraphChangesController } from './graph-changes.controller';
import { GraphChangesService } from './graph-changes.service';

@Module({ imports: [ApplicationsModule], controllers: [GraphChangesController], providers: [GraphChangesService] })
export class GraphChangesModule {}
