import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { instantAt } from '@dengke/calendar';
import type { ApplicationLimit, Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once, Services } from '@dengke/service-kit';
import { ApplicationActsService } from './application-acts.service';
import type { ApplicationKind } from './application-acts.service';
import { progressOf } from './application-facts';
import type { ApplicationProgress } from './application-facts';
import { credentialApplications } from './application-kinds';
import type { ApplicationStanding } from './application-standing';
import { DesksService } from './desks.service';
import type { MoveToLimitDto } from './limit-moves.dto';

/** A limit as achievements, which keeps them, tells it. */
interface LimitThere {
  id: string;
  about: string;
  scope: string;
}

/** Running applications keep the limit they began with unless the department moves them (P32): here it does, each by a recorded act with its reason. */
@Injectable()
export class LimitMovesService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ApplicationActsService,
    private readonly desks: DesksService,
    private readonly services: Services,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Its day is then counted anew by the limit, from the day it was counted from; who was told that it is late is told again only of a later one.
   * @throws DomainError NOT_FOUND outside one's part of the graphs, APPLICATION_DECIDED, INVALID_INPUT for a limit of something else, UNAVAILABLE
   */
  async move<R extends ApplicationStanding>(
    kind: ApplicationKind<R>,
    me: Caller,
    key: string,
    id: string,
    { limitId, reason }: MoveToLimitDto,
  ): Promise<ApplicationProgress> {
    const at = this.clock.now();
    await this.requireConcerned(kind, await this.seen(kind, me, id), limitId);
    const command = { act: 'moveLimit', id, by: me, at, actId: actIdOf(me.personId, key), reason };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'moveLimit', id, limitId, reason }, at }, async () =>
        progressOf(await this.acts.perform(manager, kind, command, { change: (row) => movedTo(row, limitId) })),
      ),
    );
  }

  private async seen<R extends ApplicationStanding>(kind: ApplicationKind<R>, me: Caller, id: string): Promise<ApplicationStanding> {
    const row = await this.database.manager.findOneBy<ApplicationStanding>(kind.entity, { id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    await this.desks.seenBy(me, row.deskId);
    return row;
  }

  private async requireConcerned<R extends ApplicationStanding>(
    kind: ApplicationKind<R>,
    { deskId }: ApplicationStanding,
    limitId: string,
  ): Promise<void> {
    const limits = await this.services.achievements.get<LimitThere[]>('/api/v1/limits', { asPerson: true });
    const limit = limits.find((one) => one.id === limitId);
    if (limit?.about !== limitOf(kind) || (limit.scope !== '*' && limit.scope !== deskId)) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'limitId', reason: 'limit' }] });
    }
  }
}

const limitOf = <R extends ApplicationStanding>({ entity }: ApplicationKind<R>): ApplicationLimit =>
  (entity as unknown) === credentialApplications.entity ? 'new-credential' : 'new-organiser';

/** Null: nothing new, where it goes by it already. What has not been counted yet will be by the limit. */
function movedTo<R extends ApplicationStanding>({ limitId: before, countsFrom, due, dueOn }: R, limitId: string) {
  if (before === limitId) {
    return null;
  }
  const set = { limitId, countsFrom: countsFrom ?? startOf(due) };
  return { set: set as Partial<R>, detail: { previousLimitId: before, previousDueOn: dueOn } };
}

/** The first moment of the day it was counted from. */
export function startOf(due: ApplicationStanding['due']): Instant {
  if (due === null) {
    throw new DomainError('NOT_YET_DUE');
  }
  return instantAt(due.startOn, '00:00');
}
