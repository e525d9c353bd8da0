import { workingCalendar } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import { Table } from '@dengke/service-kit';
import type { Statement } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';

const NEWEST = 'SELECT * FROM calendar_version ORDER BY version DESC LIMIT 1';
const FIRST = 'SELECT version FROM calendar_version ORDER BY version LIMIT 1';

/** The working-day calendar in force: the newest version. Kept in memory; every look checks the version, which costs one indexed read. */
@Injectable()
export class WorkingDaysService {
  private known: WorkingCalendar | undefined;
  private readonly versions: Table<CalendarVersion>;

  constructor(database: DataSource) {
    this.versions = new Table(database, CalendarVersion);
  }

  /** @throws Error when no calendar has been loaded: nothing may be counted then */
  async current(manager: EntityManager): Promise<WorkingCalendar> {
    return this.from(manager, await manager.query<Record<string, unknown>[]>(NEWEST));
  }

  /**
   * For reading the newest version together with other rows. The first edition is held until the transaction ends: who loads another waits for
   * whatever is being counted by this one, and finds it. (The newest would not do: who waits for it is then given it, though it is no more the newest.)
   */
  newestVersion(): Statement[] {
    return [[`${FIRST} LOCK IN SHARE MODE`], [NEWEST]];
  }

  /** The edition in force, for the only one who may make another until the transaction ends. @throws Error when none has been loaded */
  async held(manager: EntityManager): Promise<WorkingCalendar> {
    await manager.query(`${FIRST} FOR UPDATE`);
    return this.current(manager);
  }

  /** @param rows what `newestVersion` gave @throws Error when no calendar has been loaded */
  async from(manager: EntityManager, rows: readonly Record<string, unknown>[]): Promise<WorkingCalendar> {
    const [newest] = this.versions.read(rows);
    if (newest === undefined) {
      throw new Error('no working-day calendar is loaded');
    }
    if (this.known?.version !== newest.version) {
      this.known = await this.read(manager, newest);
    }
    return this.known;
  }

  private async read(manager: EntityManager, { version, coveredFrom, coveredTo }: CalendarVersion): Promise<WorkingCalendar> {
    const rows = await manager.findBy(CalendarDayRow, { version });
    const days = rows.map(({ day, kind, name, sourceNotice }) => ({ date: day, kind, name, sourceNotice }));
    return workingCalendar({ version, coveredFrom, coveredTo, days });
  }
}
