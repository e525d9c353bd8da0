import type { SkippedDay } from '@dengke/calendar';
import type { Caller, Instant, PlainDate } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { SubmissionsService } from '../submissions/submissions.service';
import type { DeadlineState } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import { LimitRule } from './limit-rule.entity';
import type { Awaited } from './limit-rule.entity';

export interface ExplainedDeadline {
  id: string;
  about: Awaited;
  round: number;
  dueOn: PlainDate;
  dueAt: Instant;
  provisional: boolean;
  rule: { value: number; unit: 'workdays' | 'days'; source: string };
  startOn: PlainDate;
  skipped: SkippedDay[];
  calendarVersion: number;
  state: DeadlineState;
}

/** Each deadline explains itself (P32): rule and source, start, days passed over and why, calendar. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  async of(me: Caller, serial: string): Promise<ExplainedDeadline[]> {
    await this.submissions.visible(me, serial);
    const { manager } = this.database;
    const rows = await this.deadlines.of(manager, serial);
    const limits = await manager.findBy(LimitRule, { id: In(rows.map(({ limitId }) => limitId)) });
    return rows.map(({ id, about, round, dueOn, dueAt, provisional, limitId, startOn, skipped, calendarVersion, state }) => {
      const { value, unit, source } = limits.find((limit) => limit.id === limitId) ?? { value: 0, unit: 'days', source: '' };
      return { id, about, round, dueOn, dueAt, provisional, rule: { value, unit, source }, startOn, skipped, calendarVersion, state };
    });
  }
}
