import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { keyOfEach } from '../acts/many-acts.service';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { LimitRule } from '../deadlines/limit-rule.entity';
import { CorrectionActsService } from './correction-acts.service';
import { waitUntil } from './correction-time.service';
import { Correction } from './correction.entity';

/** How the correction of one registration came out. */
export interface MovedCorrection {
  serial: string;
  moved: boolean;
}

/** A correction that waits goes by another limit, from the day it was asked for; each registration has one at most that does (P32). */
@Injectable()
export class MovingCorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly acts: CorrectionActsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Whether its day is another one by it. @throws DomainError NOT_FOUND where none waits that this department decides */
  move(me: Caller, key: string, limit: LimitRule, { serial, reason }: { serial: string; reason: string }): Promise<boolean> {
    const at = this.clock.now();
    const own = keyOfEach(key, serial);
    const body = { act: 'moveCorrection', limitId: limit.id, serial, reason };
    return inTransaction(this.database, async (manager) => {
      const { moved } = await once<MovedCorrection>(manager, { personId: me.personId, key: own, body, at }, async () => {
        const command = { act: 'moveLimit', by: me, at, actId: actIdOf(me.personId, own), reason } as const;
        return { serial, moved: await this.moveOne(manager, serial, limit, command) };
      });
      return moved;
    });
  }

  private async moveOne(
    manager: EntityManager,
    serial: string,
    limit: LimitRule,
    command: Omit<Parameters<CorrectionActsService['perform']>[1], 'id' | 'by'> & { by: Caller },
  ): Promise<boolean> {
    const deskId = command.by.position.organisationId;
    const correction = await manager.findOneBy(Correction, { serial, state: 'asked', deskId });
    if (correction === null || (limit.scope !== '*' && limit.scope !== deskId)) {
      throw new DomainError('NOT_FOUND');
    }
    const due = await this.deadlines.countBy(manager, limit, correction.startOn, correction.due.extraDays);
    if (due.dueOn === correction.dueOn) {
      return false;
    }
    const detail = { limitId: limit.id, previousDueOn: correction.dueOn, dueOn: due.dueOn };
    await this.acts.perform(manager, { ...command, id: correction.id }, waitUntil(due, correction, command.at), detail);
    return true;
  }
}
