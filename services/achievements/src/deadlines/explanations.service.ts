import { isWeekend } from '@dengke/calendar';
import type { Caller } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { cutOffOf, lastDayBefore } from '../acts/settlement';
import type { Submission } from '../acts/submission.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';
import type { Deadline } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import type { BindingDayDto, ExplainedDeadline } from './deadlines.dto';
import { LimitRule } from './limit-rule.entity';

/** What the rows of some deadlines refer to. */
interface Grounds {
  limits: LimitRule[];
  calendars: CalendarVersion[];
  makeupDays: CalendarDayRow[];
}

/** Each deadline explains itself (P32): rule and source, start, days passed over and why, calendar, and what in the end binds. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** @throws Error when a deadline refers to a limit or a calendar that is not there */
  async of(me: Caller, serial: string): Promise<ExplainedDeadline[]> {
    const submission = await this.submissions.visible(me, serial);
    const rows = await this.deadlines.of(this.database.manager, serial);
    const grounds = await this.groundsOf(rows);
    return rows.map((row) => explained(row, submission, grounds));
  }

  private async groundsOf(rows: readonly Deadline[]): Promise<Grounds> {
    const { manager } = this.database;
    const version = In([...new Set(rows.map(({ calendarVersion }) => calendarVersion))]);
    const [limits, calendars, makeupDays] = await Promise.all([
      manager.findBy(LimitRule, { id: In([...new Set(rows.map(({ limitId }) => limitId))]) }),
      manager.findBy(CalendarVersion, { version }),
      manager.find(CalendarDayRow, { where: { version, kind: 'makeup' }, order: { day: 'ASC' } }),
    ]);
    return { limits, calendars, makeupDays };
  }
}

function explained(row: Deadline, submission: Submission, { limits, calendars, makeupDays }: Grounds): ExplainedDeadline {
  const { id, about, round, dueOn, dueAt, provisional, limitId, days, startOn, skipped, calendarVersion, state } = row;
  const limit = limits.find((one) => one.id === limitId);
  const calendar = calendars.find(({ version }) => version === calendarVersion);
  if (limit === undefined || calendar === undefined) {
    throw new Error(`deadline ${id} refers to ${limit ? `calendar ${calendarVersion}` : `limit ${limitId}`}, which is not there`);
  }
  const { value, unit, source } = limit;
  const counted = ({ version, day }: CalendarDayRow): boolean =>
    unit === 'workdays' && version === calendarVersion && startOn < day && day <= dueOn && isWeekend(day);
  return {
    id,
    about,
    round,
    binding: bindingDay(row, submission),
    dueOn,
    dueAt,
    provisional,
    rule: { value, unit, source },
    days,
    startOn,
    skipped,
    madeUp: makeupDays.filter(counted).map(({ day }) => day),
    calendarVersion,
    coveredTo: calendar.coveredTo,
    state,
  };
}

function bindingDay(row: Deadline, submission: Submission): BindingDayDto {
  const cutOffAt = cutOffOf(row, submission);
  return cutOffAt !== null && cutOffAt < row.dueAt
    ? { on: lastDayBefore(cutOffAt), at: cutOffAt, because: 'cut-off' }
    : { on: row.dueOn, at: row.dueAt, because: 'limit' };
}
