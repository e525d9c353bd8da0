import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { AchievementsConfig } from '../config';
import { EvidenceModule } from '../evidence/evidence.module';
import { AnsweringService } from './answering.service';
import { BundlesService } from './bundles.service';
import { HttpRegistry } from './http-registry';
import { Registry } from './registry';
import { ReportUpRelay } from './report-up.relay';
import { readReportKey, REPORT_KEY } from './report-settings';
import { ReportUpsActivities } from './report-ups.activities';
import { ReportUpsController } from './report-ups.controller';
import { ReportUpsService } from './report-ups.service';
import { SealingService } from './sealing.service';

/** Reporting up in bundles to the ministry's registry; what goes into them comes from `acts/` with the act that reports it. */
@Module({
  imports: [ActsModule, EvidenceModule],
  controllers: [ReportUpsController],
  providers: [
    ReportUpsService,
    BundlesService,
    SealingService,
    AnsweringService,
    ReportUpsActivities,
    ReportUpRelay,
    { provide: REPORT_KEY, inject: [AchievementsConfig], useFactory: readReportKey },
    {
      provide: Registry,
      inject: [AchievementsConfig],
      useFactory: ({ registryUrl = '' }: AchievementsConfig) => new HttpRegistry(registryUrl),
    },
  ],
})
export class ReportUpsModule {}
