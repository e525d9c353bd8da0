import { Module } from '@nestjs/common';
import { IssuingModule } from '../certificates/issuing.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { AchievementsConfig } from '../config';
import { CollectingService } from '../report-ups/collecting.service';
import { readReportSettings, REPORT_SETTINGS } from '../report-ups/report-settings';
import { ActsActivities } from './acts.activities';
import { ActsService } from './acts.service';
import { ManyActsService } from './many-acts.service';
import { StageMetrics } from './stage-metrics';
import { SubmissionRelay } from './submission.relay';
import { SubmissionRows } from './submission-rows';
import { WaitsService } from './waits.service';

@Module({
  imports: [DeadlinesModule, IssuingModule],
  providers: [
    ActsService,
    ManyActsService,
    StageMetrics,
    SubmissionRows,
    WaitsService,
    ActsActivities,
    SubmissionRelay,
    CollectingService,
    { provide: REPORT_SETTINGS, inject: [AchievementsConfig], useFactory: readReportSettings },
  ],
  exports: [ActsService, ManyActsService, CollectingService, IssuingModule, REPORT_SETTINGS],
})
export class ActsModule {}
