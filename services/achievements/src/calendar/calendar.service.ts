import { explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from '../deadlines/calendar-day.entity';
import { CalendarVersion } from '../deadlines/calendar-version.entity';
import { LimitRule, ruleOf } from '../deadlines/limit-rule.entity';
import type { MovedDeadlines } from '../deadlines/deadlines.dto';
import { movesOf } from '../deadlines/moves';
import { WorkingDaysService } from '../deadlines/working-days.service';
import type { CalendarChangeDto, CalendarPreview, CalendarView } from './calendar.dto';
import { calendarSubject } from './calendar.relay';
import { editionOf } from './edition';

/** Editions of the working-day calendar: looking, trying out, loading. What a loaded one moves, its workflow sees to (P40–P42). */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly workingDays: WorkingDaysService,
  ) {}

  async view(year: number): Promise<CalendarView> {
    const { version, coveredFrom, coveredTo, days } = await this.workingDays.current(this.database.manager);
    const ofYear = [...days.values()].filter(({ date }) => date.startsWith(`${year}-`));
    return { version, coveredFrom, coveredTo, days: ofYear.sort((one, other) => one.date.localeCompare(other.date)) };
  }

  /** @throws DomainError VERSION_CONFLICT, INVALID_INPUT */
  async preview(change: CalendarChangeDto): Promise<CalendarPreview> {
    const { manager } = this.database;
    return (await this.tryOut(manager, await this.workingDays.current(manager), change, this.clock.now())).preview;
  }

  /** @throws DomainError VERSION_CONFLICT when another edition came first, INVALID_INPUT */
  async load(me: Caller, key: string, change: CalendarChangeDto): Promise<CalendarPreview> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'loadCalendar', ...change }, at }, async () => {
        const { calendar, preview } = await this.tryOut(manager, await this.workingDays.held(manager), change, at);
        await store(manager, calendar, change.sourceNotice, at);
        const { version, firstChange, moved } = preview;
        const detail = { version, firstChange, moved, coveredTo: change.coveredTo };
        const actId = actIdOf(personId, key);
        const entry = { kind: 'load', actId, at, by: personId, organisationId: position.organisationId, detail, relay: true };
        await this.ledger.record(manager, calendarSubject, { ...entry, text: { sourceNotice: change.sourceNotice } });
        return preview;
      }),
    );
  }

  private async tryOut(
    manager: EntityManager,
    before: WorkingCalendar,
    change: CalendarChangeDto,
    at: Instant,
  ): Promise<{ calendar: WorkingCalendar; preview: CalendarPreview }> {
    if (before.version !== change.seenVersion) {
      throw new DomainError('VERSION_CONFLICT', { current: { version: before.version } });
    }
    const { calendar, firstChange } = editionOf(before, change, shanghaiDateOf(at));
    const moves = await this.movesBy(manager, calendar);
    const moved = moves.reduce((sum, { count }) => sum + count, 0);
    return { calendar, preview: { version: calendar.version, firstChange, moves, moved } };
  }

  private async movesBy(manager: EntityManager, calendar: WorkingCalendar): Promise<MovedDeadlines[]> {
    const limits = new Map((await manager.find(LimitRule)).map((limit) => [limit.id, limit]));
    return movesOf(manager, (these) => {
      const limit = limits.get(these.limitId);
      return limit === undefined ? null : explainDeadline(calendar, ruleOf(limit, these.days), these.startOn);
    });
  }
}

async function store(manager: EntityManager, calendar: WorkingCalendar, source: string, loadedAt: Instant): Promise<void> {
  const { version, coveredFrom, coveredTo, days } = calendar;
  await manager.insert(
    CalendarDayRow,
    [...days.values()].map(({ date, ...day }) => ({ version, day: date, ...day })),
  );
  await manager.insert(CalendarVersion, { version, coveredFrom, coveredTo, loadedAt, source });
}
