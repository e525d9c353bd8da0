import type { Instant, LostDay, PlainDate } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ActHandler } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { CorrectionTimeService } from '../corrections/correction-time.service';
import { daysUntil } from '../deadlines/days-until';
import { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { extended } from '../extensions/extend';
import { windowSubject } from './window-facts';

const PAGE = 200;
/** A cursor of ours: what a window binds has been told before. */
const PREFIX = 'limits after ';

/** A day on which nobody could work, as the act that extended a window has it in its ledger. */
interface DayLost {
  on: PlainDate;
  movedTo: PlainDate;
  organisationId: string | null;
  reason: string;
  /** The entry that says so. */
  saidBy: string;
}

/**
 * Limits that ended on a day on which the system was down end on the day to which its cut-offs were moved, of every submission, in the window or not: each
 * by an act of its own, as if whoever looks after the wait had extended it (P31, P32); of every correction too, and accounts asks for its applications.
 * Publicity's published end stands (P33).
 */
@Injectable()
export class LostDayService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ActsService,
    private readonly workingDays: WorkingDaysService,
    private readonly corrections: CorrectionTimeService,
  ) {}

  /** Where the limits begin. */
  readonly first = PREFIX;

  isOurs(cursor: string | null): cursor is string {
    return cursor?.startsWith(PREFIX) === true;
  }

  /** One page of what ended on the day that the window's act at this instant calls lost, with the last the corrections, which are few; done again, it finds nothing more to move. */
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
    const next = open.length === PAGE ? `${PREFIX}${open.at(-1)?.id ?? ''}` : null;
    const corrected = next === null ? await this.corrections.extend({ ...lost, actId: actIdOf(lost), at }) : 0;
    return { next, told: open.length + corrected };
  }

  /** The same for whoever keeps limits elsewhere: how many days of either kind a limit that ended on it has more. */
  async of(windowId: string, at: Instant): Promise<LostDay | null> {
    const lost = await this.lostBy(windowId, at);
    if (lost === null) {
      return null;
    }
    const calendar = await this.workingDays.current(this.database.manager);
    const [workdays, days] = (['workdays', 'days'] as const).map((unit) => daysUntil(calendar, { unit }, lost.on, lost.movedTo));
    return { on: lost.on, workdays: workdays ?? 0, days: days ?? 0, saidBy: lost.saidBy };
  }

  private async lostBy(windowId: string, at: Instant): Promise<DayLost | null> {
    const entries = await this.ledger.timeline(windowSubject(windowId));
    const entry = entries.find((one) => one.kind === 'extend' && one.at === at);
    if (entry === undefined) {
      return null;
    }
    const { downOn, movedTo } = entry.detail as { downOn: PlainDate; movedTo: PlainDate };
    const { number, organisationId, text } = entry;
    const { reason } = (text ?? {}) as { reason?: string };
    return { on: downOn, movedTo, organisationId, reason: reason ?? '', saidBy: `${windowSubject(windowId)}#${number}` };
  }

  private async move(serial: string, lost: DayLost, at: Instant): Promise<void> {
    const actor = { kind: 'workflow', organisationId: lost.organisationId } as const;
    await this.acts.followOn({ act: 'recount', serial, actor, input: {}, at, actId: actIdOf(lost) }, this.pastIt(lost));
  }

  /** Nothing new where the present wait ends on another day meanwhile. */
  private pastIt({ on, movedTo, reason }: DayLost): ActHandler {
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

const actIdOf = ({ saidBy }: DayLost): string => `lostDay:${saidBy}`;
