import type { CorrectionFact, CountedDay, Instant, PlainDate, RecountPage, TimedCorrectionAct } from '@dengke/contract';
import { DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { daysUntil } from '../deadlines/days-until';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { CorrectionActsService } from './correction-acts.service';
import { correctionSubject } from './correction-facts';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { Correction } from './correction.entity';

/** A day on which nobody could work, and the one on which what ended on it ends from now on. */
export interface LimitsMoved {
  on: PlainDate;
  movedTo: PlainDate;
  reason: string;
  actId: string;
  at: Instant;
}

/** What time does with corrections when nobody moves. The workflow knows when; whether it is still so is judged here, under the lock. */
@Injectable()
export class CorrectionTimeService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: CorrectionActsService,
    private readonly deadlines: DeadlinesService,
    private readonly workingDays: WorkingDaysService,
  ) {}

  /** Late: the department's own super administrator is told. Nothing is decided (P31). When another act came first, the answer is what came. */
  async escalate({ id, after, at }: TimedCorrectionAct): Promise<CorrectionFact[]> {
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, correctionSubject(id));
      if (head.number !== after) {
        return;
      }
      const { dueAt, deskId } = await manager.findOneByOrFail(Correction, { id });
      if (dueAt === null || at < dueAt) {
        throw new DomainError('NOT_YET_DUE');
      }
      const command = { act: 'escalate', id, by: null, at, actId: `escalate:${after}` } as const;
      await this.acts.perform(manager, command, { dueAt: null, escalatedAt: at }, { informedOrganisationId: deskId });
    });
    return this.acts.factsAfter(id, after);
  }

  /** Another edition of the calendar is in force: every open limit is counted anew from its own day (P40–P42). @returns how many moved */
  async recount({ version, at }: Pick<RecountPage, 'version' | 'at'>): Promise<number> {
    let moved = 0;
    for (const { id } of await this.database.manager.findBy(Correction, { state: 'asked' })) {
      moved += (await this.recountOne(id, version, at)) ? 1 : 0;
    }
    return moved;
  }

  /** Limits that ended on a day on which the system was down end later, each by an act with the reason of the window's. @returns how many moved */
  async extend(moved: LimitsMoved): Promise<number> {
    const ended = await this.database.manager.findBy(Correction, { state: 'asked', dueOn: moved.on });
    for (const { id } of ended) {
      await inTransaction(this.database, (manager) => this.extendOne(manager, id, moved));
    }
    return ended.length;
  }

  private async extendOne(manager: EntityManager, id: string, { on, movedTo, reason, actId, at }: LimitsMoved): Promise<void> {
    await this.ledger.lockHead(manager, correctionSubject(id));
    const correction = await manager.findOneByOrFail(Correction, { id });
    const { state, dueOn, due: before, startOn } = correction;
    if (state !== 'asked' || dueOn !== on) {
      return;
    }
    const more = daysUntil(await this.workingDays.current(manager), before.rule, on, movedTo);
    const due = await this.deadlines.countBy(manager, limitOf(before), startOn, (before.extraDays ?? 0) + more);
    const detail = { downOn: on, days: more, previousDueOn: on, dueOn: due.dueOn };
    await this.acts.perform(manager, { act: 'extend', id, by: null, at, actId, reason }, waitUntil(due, correction, at), detail);
  }

  private recountOne(id: string, version: number, at: Instant): Promise<boolean> {
    return inTransaction(this.database, async (manager) => {
      await this.ledger.lockHead(manager, correctionSubject(id));
      const correction = await manager.findOneByOrFail(Correction, { id });
      const due = await this.deadlines.countBy(manager, limitOf(correction.due), correction.startOn, correction.due.extraDays);
      const isSame = due.dueOn === correction.dueOn && due.provisional === correction.due.provisional;
      if (correction.state !== 'asked' || correction.due.calendarVersion >= version || isSame) {
        return false;
      }
      const command = { act: 'recount', id, by: null, at, actId: `recount:${version}` } as const;
      await this.acts.perform(manager, command, waitUntil(due, correction, at), { previousDueOn: correction.dueOn, dueOn: due.dueOn });
      return true;
    });
  }
}

/** The rule it was counted by, with the row it is of where that is known. */
const limitOf = ({ rule, limitId }: CountedDay): CountedDay['rule'] & { id?: string } => ({
  ...rule,
  ...(limitId !== undefined && { id: limitId }),
});

/** What is late already stays so, unless its day lies ahead again. */
export function waitUntil(due: CountedDay, { escalatedAt }: Correction, at: Instant): Partial<Correction> {
  const staysLate = escalatedAt !== null && due.dueAt <= at;
  return { due, dueOn: due.dueOn, ...(staysLate ? {} : { dueAt: due.dueAt, escalatedAt: null }) };
}
