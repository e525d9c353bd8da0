import type { ErrorCode } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { Metrics } from '../metrics/metrics';

/** What workflows were refused for good: such a one waits until something happens or an operator says `resume` (docs/operations.md, row 7). */
@Injectable()
export class RefusalMetrics {
  private readonly count: ReturnType<Metrics['counter']>;

  constructor(metrics: Metrics) {
    const help = 'Activities that were refused for good, by the code of the refusal';
    this.count = metrics.counter({ name: 'dengke_activities_refused_total', help, labels: ['activity', 'code'] });
  }

  refused(activity: string, code: ErrorCode): void {
    this.count({ activity, code });
  }
}
