import { explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from '../deadlines/calendar-day.entity';
import { CalendarVersion } from '../deadlines/calendar-version.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { countOf, movesOf, MovesService } from '../moves/moves.service';
import type { Alike } from '../moves/alike';
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
    private readonly moves: MovesService,
  ) {}

  async view(year: number): Promise<CalendarView> {
    const { version, coveredFrom, coveredTo, days } = await this.workingDays.current(this.database.manager);
    const ofYear = [...days.values()].filter(({ date }) => date.startsWith(`${year}-`));
    return { version, coveredFrom, coveredTo, days: ofYear.sort((one, other) => one.date.localeCompare(other.date)) };
  }

  /** @throws DomainError VERSION_CONFLICT, INVALID_INPUT, UNAVAILABLE without accounts, which keeps applications */
  async preview(change: CalendarChangeDto): Promise<CalendarPreview> {
    const { manager } = this.database;
    const waiting = await this.moves.waiting(manager);
    return tryOut(await this.workingDays.current(manager), change, this.clock.now(), waiting).preview;
  }

  /** @throws DomainError VERSION_CONFLICT when another edition came first, INVALID_INPUT */
  async load(me: Caller, key: string, change: CalendarChangeDto): Promise<CalendarPreview> {
    const at = this.clock.now();
    const { personId, position } = me;
    const waiting = await this.moves.waiting(this.database.manager);
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'loadCalendar', ...change }, at }, async () => {
        const { calendar, preview } = tryOut(await this.workingDays.held(manager), change, at, waiting);
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
}

function tryOut(
  before: WorkingCalendar,
  change: CalendarChangeDto,
  at: Instant,
  waiting: readonly Alike[],
): { calendar: WorkingCalendar; preview: CalendarPreview } {
  if (before.version !== change.seenVersion) {
    throw new DomainError('VERSION_CONFLICT', { current: { version: before.version } });
  }
  const { calendar, firstChange } = editionOf(before, change, shanghaiDateOf(at));
  const moves = movesOf(waiting, ({ rule, days, startOn }) => explainDeadline(calendar, { ...rule, value: days ?? rule.value }, startOn));
  return { calendar, preview: { version: calendar.version, firstChange, moves, moved: countOf(moves) } };
}

async function store(manager: EntityManager, calendar: WorkingCalendar, source: string, loadedAt: Instant): Promise<void> {
  const { version, coveredFrom, coveredTo, days } = calendar;
  await manager.insert(
    CalendarDayRow,
    [...days.values()].map(({ date, ...day }) => ({ version, day: date, ...day })),
  );
  await manager.insert(CalendarVersion, { version, coveredFrom, coveredTo, loadedAt, source });
}
