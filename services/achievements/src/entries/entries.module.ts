import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { EntriesController } from './entries.controller';
import { EntriesService } from './entries.service';
import { SettlingController } from './settling.controller';

@Module({ imports: [ActsModule, SubmissionsModule], controllers: [EntriesController, SettlingController], providers: [EntriesService] })
export class EntriesModule {}
