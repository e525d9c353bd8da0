import { workingCalendar } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';

/** The working-day calendar in force: the newest version. Kept in memory; every look checks the version, which costs one indexed read. */
@Injectable()
export class WorkingDaysService {
  private known: WorkingCalendar | undefined;

  /** @throws Error when no calendar has been loaded: nothing may be counted then */
  async current(manager: EntityManager): Promise<WorkingCalendar> {
    const [newest] = await manager.find(CalendarVersion, { order: { version: 'DESC' }, take: 1 });
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
