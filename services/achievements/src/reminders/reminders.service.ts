import { addWorkdays, explainDeadline, instantAt, shanghaiDateOf } from '@dengke/calendar';
import type { DeadlineExplanation, WorkingCalendar } from '@dengke/calendar';
import { correctionWorkflowId, rungsBefore, submissionWorkflowId } from '@dengke/contract';
import type { DueReminder, Instant, PlainDate, RunningDeadline } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { Correction } from '../corrections/correction.entity';
import { dueDayOf } from '../deadlines/binding-day';
import type { WaitingDeadline } from '../deadlines/binding-day';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { rungOn } from './rungs';

/** Of what one activity hands over: some 400 KB. */
const PAGE = 3_000;
const ROUND_AT = '09:00';
/** No rung lies further before a due day. */
const FURTHEST = Math.max(...rungsBefore);

/** What is to be reminded of on a working day, and when the next round is. Who sits where, notifications knows. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: DataSource,
    private readonly workingDays: WorkingDaysService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** The first 09:00 of a working day that lies after an instant. */
  async nextRound(after: Instant): Promise<{ at: Instant; on: PlainDate }> {
    const calendar = await this.workingDays.current(this.database.manager);
    const today = shanghaiDateOf(after);
    const yesterday = shanghaiDateOf(new Date(Date.parse(instantAt(today, '00:00')) - 1).toISOString());
    const { on } = addWorkdays(calendar, yesterday, 1);
    const at = instantAt(on, ROUND_AT);
    if (at > after) {
      return { at, on };
    }
    const next = addWorkdays(calendar, on, 1).on;
    return { at: instantAt(next, ROUND_AT), on: next };
  }

  /** One page of reminders, by the deadlines' ids; with the last one the corrections that wait, which are few. */
  async due(on: PlainDate, cursor: string | null): Promise<{ due: DueReminder[]; next: string | null }> {
    const { manager } = this.database;
    const calendar = await this.workingDays.current(manager);
    const horizon = addWorkdays(calendar, on, FURTHEST).on;
    const rows = await manager
      .createQueryBuilder(Deadline, 'deadline')
      .innerJoinAndMapOne('deadline.submission', Submission, 's', 's.serial = deadline.serial')
      .where("deadline.state = 'open' AND deadline.about <> 'publicity' AND deadline.id > :cursor", { cursor: cursor ?? '' })
      .andWhere('(deadline.dueOn <= :horizon OR (s.windowOutcome IS NULL AND s.cutOffAt IS NOT NULL))', { horizon })
      .orderBy('deadline.id')
      .limit(PAGE)
      .getMany();
    const due = (rows as WaitingDeadline[]).flatMap((row): DueReminder[] => {
      const due = dueDayOf(row);
      const rung = rungOn(calendar, on, { startOn: row.startOn, dueOn: due.dueOn });
      return rung === null ? [] : [reminderOf(row, rung, due)];
    });
    const next = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
    return { due: next === null ? [...due, ...(await this.correctionsDue(calendar, on, horizon))] : due, next };
  }

  private async correctionsDue(calendar: WorkingCalendar, on: PlainDate, horizon: PlainDate): Promise<DueReminder[]> {
    const waiting = await this.database.manager.findBy(Correction, { state: 'asked', dueOn: LessThanOrEqual(horizon) });
    return waiting.flatMap(({ id, deskId, startOn, dueOn, due: { provisional } }): DueReminder[] => {
      const rung = rungOn(calendar, on, { startOn, dueOn });
      const subject = correctionWorkflowId(id);
      return rung === null
        ? []
        : [{ deadlineId: `${subject}@${dueOn}`, rung, subject, organisationId: deskId, personId: null, dueOn, ...unsettled(provisional) }];
    });
  }

  /** Of deadlines that run in another service those that are to be reminded of. What has no day of its own is counted by its limit, each round anew. */
  async dueElsewhere(on: PlainDate, waiting: readonly RunningDeadline[]): Promise<DueReminder[]> {
    const calendar = await this.workingDays.current(this.database.manager);
    const counted = await this.countedByLimits(calendar, waiting);
    return waiting.flatMap(({ startOn, limit, ...deadline }) => {
      const own = counted.get(`${limit} ${startOn}`);
      const dueOn = deadline.dueOn ?? own?.on;
      const rung = dueOn === undefined ? null : rungOn(calendar, on, { startOn, dueOn });
      return rung === null || dueOn === undefined
        ? []
        : [{ ...deadline, dueOn, rung, ...unsettled(deadline.dueOn === null && own?.provisional === true) }];
    });
  }

  /** The day by `<limit> <first day>`: of a page few. */
  private async countedByLimits(calendar: WorkingCalendar, waiting: readonly RunningDeadline[]): Promise<Map<string, CountedLimit>> {
    const days = new Map<string, CountedLimit>();
    for (const { limit, startOn } of waiting) {
      if (limit !== undefined && !days.has(`${limit} ${startOn}`)) {
        const rule = await this.deadlines.limitOn(this.database.manager, limit, instantAt(startOn, ROUND_AT));
        days.set(`${limit} ${startOn}`, explainDeadline(calendar, rule, startOn));
      }
    }
    return days;
  }
}

type CountedLimit = Pick<DeadlineExplanation, 'on' | 'provisional'>;

/** Said only where it is so (P40): a round hands over thousands. */
const unsettled = (provisional: boolean) => (provisional ? { provisional: true as const } : {});

function reminderOf(deadline: Deadline, rung: DueReminder['rung'], { dueOn, provisional }: ReturnType<typeof dueDayOf>): DueReminder {
  const { id, serial, organisationId, personId } = deadline;
  const whom = personId === null ? { organisationId, personId: null } : { organisationId: null, personId };
  return {
    deadlineId: `${id}@${dueOn}`,
    rung,
    subject: submissionWorkflowId(serial),
    ...whom,
    dueOn,
    ...unsettled(provisional),
  };
}
