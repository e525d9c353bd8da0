import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { CorrectionsModule } from '../corrections/corrections.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { LostDayService } from './lost-day.service';
import { WindowsActivities } from './windows.activities';
import { WindowsModule } from './windows.module';

/** What the `batchWindow` workflow asks for. Apart from windows, since a lost day reaches what drafts, which ask for windows, lead to. */
@Module({ imports: [ActsModule, CorrectionsModule, DeadlinesModule, WindowsModule], providers: [LostDayService, WindowsActivities] })
export class ConductingModule {}
