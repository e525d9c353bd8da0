import { isWeekend } from '@dengke/calendar';
import type { Caller, SubmissionAct } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import type { TimelineEntry } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { subjectOf } from '../acts/facts';
import type { Submission } from '../acts/submission.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { bindingDay } from './binding-day';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';
import type { Deadline } from './deadline.entity';
import { DeadlinesService } from './deadlines.service';
import type { DeadlineChange, ExplainedDeadline } from './deadlines.dto';
import { LimitRule } from './limit-rule.entity';
import { pausesOf } from './pauses';
import type { Pause } from './pauses';

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
    private readonly ledger: Ledger,
  ) {}

  /** @throws Error when a deadline refers to a limit or a calendar that is not there */
  async of(me: Caller, serial: string): Promise<ExplainedDeadline[]> {
    const { submission, whole } = await this.submissions.read(me, serial);
    return this.all(submission, await this.ledger.timeline(subjectOf(serial)), whole);
  }

  /** @throws DomainError NOT_FOUND for a deadline of another submission, and as `of` */
  async one(me: Caller, serial: string, id: string): Promise<ExplainedDeadline> {
    const found = (await this.of(me, serial)).find((deadline) => deadline.id === id);
    if (found === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    return found;
  }

  /** @param whole whether the reasons of changes are shown */
  async all(submission: Submission, entries: readonly TimelineEntry[], whole: boolean): Promise<ExplainedDeadline[]> {
    const rows = await this.deadlines.of(this.database.manager, submission.serial);
    const grounds = await this.groundsOf(rows);
    const pauses = pausesOf(entries);
    return rows.map((row) => ({
      ...explained(row, submission, grounds),
      change: changeOf(row, rows, entries, whole),
      pauses: pauses.filter((pause) => interrupts(pause, row)),
    }));
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

/** By what a wait goes on that had ended. */
const goesOnBy = ['resubmit', 'clear', 'recall'];

/** What put a row in the place of another; the reason is for who sees the whole submission. */
function changeOf(row: Deadline, rows: readonly Deadline[], entries: readonly TimelineEntry[], whole: boolean): DeadlineChange | null {
  const before = rows.find(({ supersededBy }) => supersededBy === row.id);
  if (before === undefined) {
    return null;
  }
  const wentOn = ({ kind, at }: TimelineEntry): boolean => goesOnBy.includes(kind) && at >= (before.endedAt ?? at);
  const entry = entries.find(({ detail }) => detail['deadlineId'] === row.id) ?? entries.find(wentOn);
  const reason = entry?.text?.['reason'];
  return entry === undefined
    ? null
    : {
        act: entry.kind as SubmissionAct,
        at: entry.at,
        previousDueOn: before.dueOn,
        reason: whole && typeof reason === 'string' ? reason : null,
      };
}

/** A return and a suspicion end the row that they interrupt; an objection leaves publicity’s as it is. */
const interrupts = ({ because, from }: Pause, { about, endedAt }: Deadline): boolean =>
  because === 'objection' ? about === 'publicity' : endedAt === from && about !== 'returned';

function explained(
  row: Deadline,
  submission: Submission,
  { limits, calendars, makeupDays }: Grounds,
): Omit<ExplainedDeadline, 'change' | 'pauses'> {
  const { id, about, round, dueOn, dueAt, provisional, limitId, days, extraDays, startOn, skipped, calendarVersion, state } = row;
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
    extraDays,
    startOn,
    skipped,
    madeUp: makeupDays.filter(counted).map(({ day }) => day),
    calendarVersion,
    coveredTo: calendar.coveredTo,
    state,
  };
}
