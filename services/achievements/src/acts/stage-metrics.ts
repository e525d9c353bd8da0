import { stageRules } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { Metrics } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { SubmissionStage } from './submission-stage.entity';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How long desks took, from the beginning of a stage to its decision: in days of the calendar, nights and holidays with them. */
@Injectable()
export class StageMetrics {
  private readonly note: ReturnType<Metrics['histogram']>;

  constructor(metrics: Metrics) {
    this.note = metrics.histogram({
      name: 'dengke_stage_decided_seconds',
      help: 'From the beginning of a stage to its decision',
      labels: ['stage'],
      buckets: [HOUR, 4 * HOUR, ...[1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90].map((days) => days * DAY)],
      known: Object.keys(stageRules).map((stage) => ({ stage })),
    });
  }

  decided({ kind, startedAt }: Pick<SubmissionStage, 'kind' | 'startedAt'>, at: Instant): void {
    this.note({ stage: kind }, (Date.parse(at) - Date.parse(startedAt)) / 1_000);
  }
}
