import { addCalendarDays, addWorkdays, calendarDaysBetween, explainDeadline, shanghaiDateOf, workdaysBetween } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { CountedDay, DueDayAsked, Instant, PlainDate } from '@dengke/contract';
import { readTogether, Table } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Deadline } from './deadline.entity';
import type { DeadlineState } from './deadline.entity';
import { LimitRule, ruleOf, scopesOf } from './limit-rule.entity';
import type { Awaited, Whose } from './limit-rule.entity';
import { successorOf } from './successor';
import { WorkingDaysService } from './working-days.service';

export interface Waiting {
  serial: string;
  about: Awaited;
  round: number;
  organisationId?: string;
  personId?: string;
  /** Of what: limits are made for windows and categories too. */
  of?: Pick<Whose, 'windowId' | 'category'>;
  /** The recorded act the wait begins with; its Shanghai day is not counted (P39). */
  since: Instant;
}

type Begun = Pick<Deadline, 'id' | 'startOn' | 'dueOn' | 'dueAt' | 'provisional'>;

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
  async start(writes: Writes, waiting: Waiting): Promise<Begun> {
    const { about, since, organisationId, of } = waiting;
    const [limits = [], , versions = []] = await readTogether(writes.manager, [
      this.limits.select({ about }),
      ...this.workingDays.newestVersion(),
    ]);
    const limit = inForce(this.limits.read(limits), about, since, { ...of, organisationId });
    return this.begin(writes, waiting, limit, null, await this.workingDays.from(writes.manager, versions));
  }

  /** Interrupts what is waited for. @returns how many days of its limit are left, at least the one that has begun; null when it is late */
  async pause(writes: Writes, { serial, dueAt }: Pick<Waiting, 'serial'> & { dueAt: Instant | null }, at: Instant): Promise<number | null> {
    this.end(writes, serial, at, 'paused');
    const { manager } = writes;
    const open = await manager.findOneBy(Deadline, { serial, state: 'open' });
    if (open === null || dueAt === null || dueAt <= at) {
      return null;
    }
    const limit = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    return daysLeftOf(open, limit, at, await this.workingDays.current(manager));
  }

  /** Goes on after an interruption, by the limit it had, with the days that were left; what was late already has its day, which has passed. */
  async goOn(writes: Writes, waiting: Waiting, daysLeft: number | null): Promise<{ dueAt: Instant | null; provisional: boolean }> {
    const { manager } = writes;
    const paused = await manager.findOneByOrFail(Deadline, { serial: waiting.serial, state: 'paused' });
    if (daysLeft === null) {
      const organisationId = waiting.organisationId ?? null;
      writes.add(this.deadlines.update({ state: 'open', endedAt: null, organisationId }, { id: paused.id }));
      return { dueAt: paused.dueAt, provisional: false };
    }
    const limit = await manager.findOneByOrFail(LimitRule, { id: paused.limitId });
    const due = this.begin(writes, waiting, limit, daysLeft, await this.workingDays.current(manager));
    writes.add(this.deadlines.update({ state: 'superseded', supersededBy: due.id }, { id: paused.id }));
    return due;
  }

  /** Publicity goes on, and with it the wait for an answer to what held it: each with the days that were left when it was interrupted. */
  async goOnInPublicity(writes: Writes, serial: string, since: Instant): Promise<Partial<Record<Awaited, Begun>>> {
    const { manager } = writes;
    const calendar = await this.workingDays.current(manager);
    const due: Partial<Record<Awaited, Begun>> = {};
    for (const row of await manager.find(Deadline, { where: { serial, state: 'paused' }, order: { id: 'ASC' } })) {
      const { id, about, round, organisationId, dueAt, endedAt } = row;
      if (endedAt === null || dueAt <= endedAt) {
        writes.add(this.deadlines.update({ state: 'open', endedAt: null }, { id }));
        due[about] = row;
      } else {
        const limit = await manager.findOneByOrFail(LimitRule, { id: row.limitId });
        const waiting = { serial, about, round, since, ...(organisationId !== null && { organisationId }) };
        const next = this.begin(writes, waiting, limit, daysLeftOf(row, limit, endedAt, calendar), calendar);
        writes.add(this.deadlines.update({ state: 'superseded', supersededBy: next.id }, { id }));
        due[about] = next;
      }
    }
    return due;
  }

  /** Goes on at the desk that returned it, with the days that were left; at another one, since the route has changed, it begins. */
  async resume(writes: Writes, waiting: Waiting, daysLeft: number | null): Promise<Pick<Begun, 'provisional'> & { dueAt: Instant | null }> {
    const { serial, about, organisationId } = waiting;
    if (
      await writes.manager.existsBy(Deadline, { serial, about, ...(organisationId !== undefined && { organisationId }), state: 'paused' })
    ) {
      return this.goOn(writes, waiting, daysLeft);
    }
    this.drop(writes, serial);
    return this.start(writes, waiting);
  }

  /** The decision that ended the wait is taken back: it goes on from its first day, with its limit and its days, as the calendar in force counts them. */
  async takeUp(writes: Writes, { serial, about, round, organisationId }: Waiting): Promise<Begun> {
    const { manager } = writes;
    const met = await manager.findOneOrFail(Deadline, { where: { serial, about, round, state: 'met' }, order: { id: 'DESC' } });
    const limit = await manager.findOneByOrFail(LimitRule, { id: met.limitId });
    const calendar = await this.workingDays.current(manager);
    const row: Deadline = { ...successorOf(met, limit, calendar), organisationId: organisationId ?? null, state: 'open', endedAt: null };
    writes.add(this.deadlines.update({ state: 'superseded', supersededBy: row.id }, { id: met.id })).add(this.deadlines.insert(row));
    return row;
  }

  /** What was interrupted does not go on. */
  drop(writes: Writes, serial: string): void {
    writes.add(this.deadlines.update({ state: 'ended' }, { serial, state: 'paused' }));
  }

  /** The due day of what has no stage of a route; kept with what waits, with its explanation. @throws Error when no limit is in force for it */
  async count(manager: EntityManager, about: Awaited, since: Instant, organisationId?: string): Promise<CountedDay> {
    return this.countBy(manager, await this.limitOn(manager, about, since, { organisationId }), shanghaiDateOf(since));
  }

  /** The same of what another service keeps; by the limit to which it was moved, where it was (P32). @throws Error for a limit that is not there */
  async dueDay(manager: EntityManager, { limit: about, since, deskId, limitId, extraDays = 0 }: DueDayAsked): Promise<CountedDay> {
    const moved = limitId === undefined ? null : await manager.findOneByOrFail(LimitRule, { id: limitId });
    const limit = moved ?? (await this.limitOn(manager, about, since, { organisationId: deskId }));
    return this.countBy(manager, limit, shanghaiDateOf(since), extraDays);
  }

  /**
   * The same by a rule that is known, from its first day, by the calendar in force: what was moved to another limit keeps that one (P32).
   * @param extraDays by which it was extended
   */
  async countBy(
    manager: EntityManager,
    { id, value, unit, source }: CountedDay['rule'] & { id?: string },
    from: PlainDate,
    extraDays = 0,
  ): Promise<CountedDay> {
    const counted = explainDeadline(await this.workingDays.current(manager), { value: value + extraDays, unit, source }, from);
    const { from: startOn, on: dueOn, dueAt, provisional, skipped, calendarVersion } = counted;
    const due = { startOn, dueOn, dueAt, provisional, rule: { value, unit, source }, skipped, calendarVersion };
    return { ...due, ...(id !== undefined && { limitId: id }), ...(extraDays > 0 && { extraDays }) };
  }

  /** Ends whatever is waited for in a submission, or one thing of it. */
  end(writes: Writes, serial: string, endedAt: Instant, how: Exclude<DeadlineState, 'open'>, about?: Awaited): void {
    writes.add(this.deadlines.update({ state: how, endedAt }, { serial, state: 'open', ...(about && { about }) }));
  }

  /** A row in the place of another, which stays with what it said. */
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

  /** The limit in force on the Shanghai day of an instant: the closest that is made for whose wait it is, else the general one. */
  async limitOn(manager: EntityManager, about: Awaited, at: Instant, whose: Whose = {}): Promise<LimitRule> {
    return inForce(await manager.findBy(LimitRule, { about }), about, at, whose);
  }

  /** A day off counts to the working day that follows. */
  async isSameWorkday(manager: EntityManager, one: Instant, other: Instant): Promise<boolean> {
    const calendar = await this.workingDays.current(manager);
    const workdayOf = (at: Instant): PlainDate => addWorkdays(calendar, addCalendarDays(shanghaiDateOf(at), -1), 1).on;
    return workdayOf(one) === workdayOf(other);
  }

  private begin(writes: Writes, waiting: Waiting, limit: LimitRule, days: number | null, calendar: WorkingCalendar): Begun {
    const { serial, about, round, organisationId, personId, since } = waiting;
    const { from, on, dueAt, provisional, skipped, calendarVersion } = explainDeadline(
      calendar,
      ruleOf(limit, days),
      shanghaiDateOf(since),
    );
    const row: Deadline = {
      id: uuidv7(),
      serial,
      about,
      round,
      organisationId: organisationId ?? null,
      personId: personId ?? null,
      limitId: limit.id,
      days,
      extraDays: 0,
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
    return row;
  }

  /** All deadlines a submission had, the newest last. */
  of(manager: EntityManager, serial: string): Promise<Deadline[]> {
    return manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });
  }
}

/** At least the one that has begun. */
function daysLeftOf({ dueOn }: Deadline, { unit }: LimitRule, at: Instant, calendar: WorkingCalendar): number {
  const today = shanghaiDateOf(at);
  const left = unit === 'days' ? calendarDaysBetween(today, dueOn) : workdaysBetween(calendar, today, dueOn).workdays;
  return Math.max(1, left);
}

function inForce(limits: readonly LimitRule[], about: Awaited, at: Instant, whose: Whose): LimitRule {
  const day = shanghaiDateOf(at);
  const candidates = limits.filter((limit) => isInForce(limit, day));
  const [limit] = scopesOf(whose).flatMap((own) => candidates.find(({ scope }) => scope === own) ?? []);
  if (limit === undefined) {
    throw new Error(`no limit is in force for ${about} on ${day}`);
  }
  return limit;
}

const isInForce = ({ effectiveFrom, effectiveTo }: LimitRule, day: PlainDate): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
