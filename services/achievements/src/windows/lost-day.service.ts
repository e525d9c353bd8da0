import { addWorkdays, calendarDaysBetween, workdaysBetween } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { Instant, PlainDate } from '@dengke/contract';
import { inTransaction, Ledger, Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ActHandler } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { extended } from '../extensions/extend';
import { windowSubject } from './window-facts';

const PAGE = 200;
/** A cursor of ours: what a window binds has been told before. */
const PREFIX = 'limits after ';

/** A day on which nobody could work, as the act that extended a window has it. */
interface LostDay {
  on: PlainDate;
  movedTo: PlainDate;
  organisationId: string | null;
  reason: string;
  /** Of the act that said so. */
  actId: string;
}

/**
 * Limits that ended on a day on which the system was down end on the day to which its cut-offs were moved, of every submission, in the window or not: each
 * by an act of its own, as if whoever looks after the wait had extended it (P31, P32). Publicity's published end stands (P33).
 */
@Injectable()
export class LostDayService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ActsService,
    private readonly workingDays: WorkingDaysService,
  ) {}

  /** Where the limits begin. */
  readonly first = PREFIX;

  isOurs(cursor: string | null): cursor is string {
    return cursor?.startsWith(PREFIX) === true;
  }

  /** One page of what ended on the day that the window's act at this instant calls lost; done again, it finds nothing more to move. */
  async page(windowId: string, at: Instant, cursor: string): Promise<{ next: string | null; told: number }> {
    const lost = await this.lostBy(windowId, at);
    if (lost === null) {
      return { next: null, told: 0 };
    }
    const { manager } = this.database;
    const where = { state: 'open' as const, dueOn: lost.on, about: Not('publicity' as const), id: MoreThan(cursor.slice(PREFIX.length)) };
    const open = await manager.find(Deadline, { select: { id: true, serial: true }, where, order: { id: 'ASC' }, take: PAGE });
    for (const { serial } of open) {
      await this.move(serial, lost, at);
    }
    return { next: open.length === PAGE ? `${PREFIX}${open.at(-1)?.id ?? ''}` : null, told: open.length };
  }

  private async lostBy(windowId: string, at: Instant): Promise<LostDay | null> {
    const entries = await this.ledger.timeline(windowSubject(windowId));
    const entry = entries.find((one) => one.kind === 'extend' && one.at === at);
    if (entry === undefined) {
      return null;
    }
    const { downOn, movedTo } = entry.detail as { downOn: PlainDate; movedTo: PlainDate };
    const { number, organisationId, text } = entry;
    const { reason } = (text ?? {}) as { reason?: string };
    return { on: downOn, movedTo, organisationId, reason: reason ?? '', actId: `lostDay:${windowId}#${number}` };
  }

  private async move(serial: string, lost: LostDay, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const writes = new Writes(manager);
      const actor = { kind: 'workflow', organisationId: lost.organisationId } as const;
      const command = { act: 'recount', serial, actor, input: {}, at, actId: lost.actId } as const;
      await this.acts.within(writes, command, this.pastIt(lost));
      await writes.flush();
    });
  }

  /** Nothing new where the present wait ends on another day meanwhile. */
  private pastIt({ on, movedTo, reason }: LostDay): ActHandler {
    return async (context) => {
      const where = { serial: context.submission.serial, state: 'open' as const, about: Not('publicity' as const) };
      const open = await context.manager.findOne(Deadline, { where, order: { id: 'DESC' } });
      if (open?.dueOn !== on) {
        return null;
      }
      const change = await extended((manager, present) => this.until(manager, present, movedTo))(context);
      return change && { ...change, recordedAs: 'extend', detail: { ...change.detail, downOn: on }, text: { reason } };
    };
  }

  private async until(manager: EntityManager, open: Deadline, movedTo: PlainDate): Promise<Deadline> {
    const limit = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    const calendar = await this.workingDays.current(manager);
    const more = daysUntil(calendar, limit, open.dueOn, movedTo);
    return successorOf(open, limit, calendar, { days: (open.days ?? limit.value) + more, extraDays: open.extraDays + more });
  }
}

/** How many days of the limit's kind lie from its end to the other day; to the working day after it where that is none. */
export function daysUntil(calendar: WorkingCalendar, { unit }: Pick<LimitRule, 'unit'>, dueOn: PlainDate, movedTo: PlainDate): number {
  if (unit === 'days') {
    return calendarDaysBetween(dueOn, movedTo);
  }
  const days = Math.max(1, workdaysBetween(calendar, dueOn, movedTo).workdays);
  return addWorkdays(calendar, dueOn, days).on < movedTo ? days + 1 : days;
}
