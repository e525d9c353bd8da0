import { explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { Instant, PlainDate } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Deadline } from './deadline.entity';
import type { DeadlineState } from './deadline.entity';
import { LimitRule } from './limit-rule.entity';
import type { Awaited } from './limit-rule.entity';
import { WorkingDaysService } from './working-days.service';

export interface Waiting {
  serial: string;
  about: Awaited;
  round: number;
  organisationId?: string;
  personId?: string;
  /** The recorded act the wait begins with; its Shanghai day is not counted (P39). */
  since: Instant;
}

/** Deadlines of submissions, worked out in the act's own transaction and kept with their explanation (P32, P39, P40, P42). */
@Injectable()
export class DeadlinesService {
  constructor(private readonly workingDays: WorkingDaysService) {}

  /** Begins a wait. @throws Error when no limit is in force for it */
  async start(
    manager: EntityManager,
    { serial, about, round, organisationId, personId, since }: Waiting,
  ): Promise<{ dueAt: Instant; provisional: boolean }> {
    const limit = await this.limitOn(manager, about, since, organisationId);
    const calendar = await this.workingDays.current(manager);
    const { from, on, dueAt, provisional, skipped, calendarVersion } = explainDeadline(calendar, limit, shanghaiDateOf(since));
    await manager.insert(Deadline, {
      id: uuidv7(),
      serial,
      about,
      round,
      organisationId: organisationId ?? null,
      personId: personId ?? null,
      limitId: limit.id,
      startOn: from,
      dueOn: on,
      dueAt,
      provisional,
      calendarVersion,
      skipped,
      state: 'open',
      endedAt: null,
      supersededBy: null,
    });
    return { dueAt, provisional };
  }

  /** Ends whatever is waited for in a submission. */
  async end(manager: EntityManager, serial: string, endedAt: Instant, how: Exclude<DeadlineState, 'open'>): Promise<void> {
    await manager.update(Deadline, { serial, state: 'open' }, { state: how, endedAt });
  }

  /** The limit in force on the Shanghai day of an instant: an organisation's own before the general one. */
  async limitOn(manager: EntityManager, about: Awaited, at: Instant, organisationId?: string): Promise<LimitRule> {
    const day = shanghaiDateOf(at);
    const inForce = (await manager.findBy(LimitRule, { about })).filter((limit) => isInForce(limit, day));
    const limit = inForce.find(({ scope }) => scope === organisationId) ?? inForce.find(({ scope }) => scope === '*');
    if (limit === undefined) {
      throw new Error(`no limit is in force for ${about} on ${day}`);
    }
    return limit;
  }

  /** All deadlines a submission had, the newest last. */
  of(manager: EntityManager, serial: string): Promise<Deadline[]> {
    return manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
  }
}

const isInForce = ({ effectiveFrom, effectiveTo }: LimitRule, day: PlainDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
