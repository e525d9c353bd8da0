import type { AchievementsActivities, ReportTry, ReportUpFact, TimedReportAct } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { BundlesService } from './bundles.service';

type ReportActivities = Pick<AchievementsActivities, 'reportUpFactsAfter' | 'closeReport' | 'sealReport' | 'sendReport' | 'askReport'>;

/** What the `reportUp` workflow asks for. */
@Injectable()
@Activities()
export class ReportUpsActivities implements ReportActivities {
  constructor(private readonly bundles: BundlesService) {}

  reportUpFactsAfter({ bundleId, after }: { bundleId: string; after: number }): Promise<ReportUpFact[]> {
    return this.bundles.factsAfter(bundleId, after);
  }

  closeReport(act: TimedReportAct): Promise<ReportUpFact[]> {
    return this.bundles.close(act);
  }

  sealReport(act: TimedReportAct): Promise<ReportUpFact[]> {
    return this.bundles.seal(act);
  }

  sendReport(act: TimedReportAct): Promise<ReportTry> {
    return this.bundles.send(act);
  }

  askReport(act: TimedReportAct): Promise<ReportTry> {
    return this.bundles.ask(act);
  }
}
