import { BusinessClock, Metrics } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { OverviewService } from './overview.service';

/** Where the open submissions stand, as `npm run ops -- overview` says it. */
@Injectable()
export class SubmissionMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly overview: OverviewService,
    private readonly clock: BusinessClock,
  ) {}

  onModuleInit(): void {
    const labels = ['state', 'stage'];
    this.metrics.add({
      gauges: {
        dengke_submissions_open: { help: 'Submissions that have not come to their end', labels },
        dengke_submissions_late: { help: 'Those of them whose due instant has passed, or that were escalated', labels },
        dengke_submissions_escalated: { help: 'Those of them that were escalated at their present stage', labels },
        dengke_submissions_on_hold: { help: 'Those of them that an objection or a suspicion of secrecy holds', labels },
      },
      read: async () => {
        const standings = await this.clock.at(await this.clock.read(), () => this.overview.standings());
        const told = (count: 'open' | 'late' | 'escalated' | 'onHold') =>
          standings.map((one) => ({ labels: { state: one.state, stage: one.stage ?? 'none' }, value: one[count] }));
        return {
          dengke_submissions_open: told('open'),
          dengke_submissions_late: told('late'),
          dengke_submissions_escalated: told('escalated'),
          dengke_submissions_on_hold: told('onHold'),
        };
      },
    });
  }
}
