import { explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { ApplicationLimit, CountedDay, Instant, PlainDate } from '@dengke/contract';
import { readTogether, Table } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
  private readonly deadlines: Table<Deadline>;
  private readonly limits: Table<LimitRule>;

  constructor(
    private readonly workingDays: WorkingDaysService,
    database: DataSource,
  ) {
    this.deadlines = new Table(database, Deadline);
    this.limits = new Table(database, LimitRule);
  }

  /** Begins a wait. @throws Error when no limit is in force for it */
  async start(
    writes: Writes,
    { serial, about, round, organisationId, personId, since }: Waiting,
  ): Promise<{ startOn: PlainDate; dueOn: PlainDate; dueAt: Instant; provisional: boolean }> {
    const [limits = [], , versions = []] = await readTogether(writes.manager, [
      this.limits.select({ about }),
      ...this.workingDays.newestVersion(),
    ]);
    const limit = inForce(this.limits.read(limits), about, since, organisationId);
    const calendar = await this.workingDays.from(writes.manager, versions);
    const { from, on, dueAt, provisional, skipped, calendarVersion } = explainDeadline(calendar, limit, shanghaiDateOf(since));
    const row: Deadline = {
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
    };
    writes.add(this.deadlines.insert(row));
    return { startOn: from, dueOn: on, dueAt, provisional };
  }

  /** The due day of what another service waits for; kept there, with its explanation. @throws Error when no limit is in force for it */
  async count(manager: EntityManager, about: ApplicationLimit, since: Instant): Promise<CountedDay> {
    const limit = await this.limitOn(manager, about, since);
    const counted = explainDeadline(await this.workingDays.current(manager), limit, shanghaiDateOf(since));
    const { from: startOn, on: dueOn, dueAt, provisional, skipped, calendarVersion } = counted;
    const { value, unit, source } = limit;
    return { startOn, dueOn, dueAt, provisional, rule: { value, unit, source }, skipped, calendarVersion };
  }

  /** Ends whatever is waited for in a submission, or one thing of it. */
  end(writes: Writes, serial: string, endedAt: Instant, how: Exclude<DeadlineState, 'open'>, about?: Awaited): void {
    writes.add(this.deadlines.update({ state: how, endedAt }, { serial, state: 'open', ...(about && { about }) }));
  }

  /** A row in the place of another, which stays with what it said (design §4). */
  supersede(writes: Writes, from: Pick<Deadline, 'id' | 'endedAt'>, to: Deadline): void {
    writes.changeOne(
      this.deadlines.update({ state: 'superseded', endedAt: from.endedAt, supersededBy: to.id }, { id: from.id, state: 'open' }),
    );
    writes.add(this.deadlines.insert(to));
  }

  /** Whom the open deadline of a submission reminds from now on. */
  remind(writes: Writes, serial: string, whom: Partial<Pick<Deadline, 'organisationId' | 'personId'>>): void {
    writes.add(this.deadlines.update(whom, { serial, state: 'open' }));
  }

  /** The limit in force on the Shanghai day of an instant: an organisation's own before the general one. */
  async limitOn(manager: EntityManager, about: Awaited, at: Instant, organisationId?: string): Promise<LimitRule> {
    return inForce(await manager.findBy(LimitRule, { about }), about, at, organisationId);
  }

  /** All deadlines a submission had, the newest last. */
  of(manager: EntityManager, serial: string): Promise<Deadline[]> {
    return manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
  }
}

function inForce(limits: readonly LimitRule[], about: Awaited, at: Instant, organisationId?: string): LimitRule {
  const day = shanghaiDateOf(at);
  const candidates = limits.filter((limit) => isInForce(limit, day));
  const limit = candidates.find(({ scope }) => scope === organisationId) ?? candidates.find(({ scope }) => scope === '*');
  if (limit === undefined) {
    throw new Error(`no limit is in force for ${about} on ${day}`);
  }
  return limit;
}

const isInForce = ({ effectiveFrom, effectiveTo }: LimitRule, day: PlainDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
