import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ApplicationFact, CountedDay, LostDayPage, RecountPage, TimedApplicationAct } from '@dengke/contract';
import { DomainError, inTransaction } from '@dengke/service-kit';
import { Organisation } from '../organisations/organisation.entity';
import { ApplicationActsService } from './application-acts.service';
import type { ApplicationHandler } from './application-acts.service';
import { applicationOf } from './application-kinds';
import type { ApplicationStanding } from './application-standing';
import { startOf } from './limit-moves.service';

/** What time does when nobody moves. The workflow knows when; whether it is still so is judged here, under the same lock as people's acts. */
@Injectable()
export class ApplicationTimeService {
  constructor(
    private readonly acts: ApplicationActsService,
    private readonly database: DataSource,
  ) {}

  /** The due day as achievements counted it, with all that explains it. Who was told that it is late is told again only of a later day. */
  setDue({ due, ...act }: TimedApplicationAct & { due: CountedDay }): Promise<ApplicationFact[]> {
    return this.perform('setDue', act, {
      change: ({ countsFrom, escalatedAt }) => {
        if (countsFrom === null) {
          throw new DomainError('NOT_YET_DUE');
        }
        const staysLate = escalatedAt !== null && due.dueAt <= act.at;
        const waits = staysLate ? { dueAt: null } : { dueAt: due.dueAt, escalatedAt: null };
        return { set: { countsFrom: null, ...waits, dueOn: due.dueOn, limitId: due.limitId ?? null, due } };
      },
    });
  }

  /**
   * Another edition of the calendar is in force: an application whose due day an earlier one gave has it counted anew, from the day it was
   * counted from (P40–P42). @returns whether it was
   */
  async recount(subject: string, { version, at }: Pick<RecountPage, 'version' | 'at'>): Promise<boolean> {
    const { kind, id } = applicationOf(subject);
    let moved = false;
    await inTransaction(this.database, async (manager) => {
      const command = { act: 'recount', id, by: null, at, actId: `recount:${version}` };
      await this.acts.perform(manager, kind, command, {
        change: ({ due, dueOn }) => {
          moved = due !== null && dueOn !== null && due.calendarVersion < version;
          return moved ? { set: { countsFrom: startOf(due) } } : null;
        },
      });
    });
    return moved;
  }

  /**
   * The day it was due on was one on which nobody could work: it has so many days more, counted anew by its workflow (P31, P32).
   * @returns whether it was that day still
   */
  async extend(subject: string, { lost, at }: Omit<LostDayPage, 'cursor'>): Promise<boolean> {
    const { kind, id } = applicationOf(subject);
    let moved = false;
    await inTransaction(this.database, async (manager) => {
      const command = { act: 'extend', id, by: null, at, actId: `lostDay:${lost.saidBy}` };
      await this.acts.perform(manager, kind, command, {
        change: ({ due, dueOn, countsFrom, extraDays }) => {
          moved = due !== null && dueOn === lost.on && countsFrom === null;
          const more = due?.rule.unit === 'days' ? lost.days : lost.workdays;
          const detail = { downOn: lost.on, days: more, previousDueOn: dueOn, saidBy: lost.saidBy };
          return moved ? { set: { countsFrom: startOf(due), extraDays: extraDays + more }, detail } : null;
        },
      });
    });
    return moved;
  }

  /** Late: the level above is told, at the department its own super administrator. Nothing is decided (P31). */
  escalate(act: TimedApplicationAct): Promise<ApplicationFact[]> {
    return this.perform('escalate', act, {
      change: async (row, manager) => {
        requireDue(row, act.at);
        return { set: { dueAt: null, escalatedAt: act.at }, detail: { informedOrganisationId: await above(manager, row.deskId) } };
      },
    });
  }

  /** The first password falls void unused (P8); the desk has it again, within a new limit. */
  expire(act: TimedApplicationAct): Promise<ApplicationFact[]> {
    return this.perform('expire', act, {
      change: (row) => {
        requireDue(row, act.at);
        return { set: { dueAt: null, countsFrom: act.at } };
      },
    });
  }

  private perform(act: string, timed: TimedApplicationAct, handler: ApplicationHandler<ApplicationStanding>): Promise<ApplicationFact[]> {
    const { kind, id } = applicationOf(timed.subject);
    return this.acts.byWorkflow(kind, id, act, timed, handler);
  }
}

function requireDue({ dueAt }: ApplicationStanding, at: string): void {
  if (dueAt === null || at < dueAt) {
    throw new DomainError('NOT_YET_DUE', { dueAt });
  }
}

/** The level above a desk; the department looks after itself. */
async function above(manager: EntityManager, deskId: string): Promise<string> {
  const { kind, credentialParentId } = await manager.findOneByOrFail(Organisation, { id: deskId });
  return kind === 'department' ? deskId : (credentialParentId ?? deskId);
}
