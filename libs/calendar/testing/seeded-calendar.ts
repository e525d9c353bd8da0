import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingCalendar, type CalendarDay, type WorkingCalendar } from '../src/index';

type Rows = { version: number; coveredFrom: string; coveredTo: string; days: CalendarDay[] };

/** The calendar every installation is seeded with, so that the arithmetic is proven on the days it will meet. */
export function seededCalendar(): WorkingCalendar {
  const file = join(__dirname, '../../../services/achievements/seed/calendar.json');
  return workingCalendar(JSON.parse(readFileSync(file, 'utf8')) as Rows);
}

/** The same calendar as it stood before the years after `coveredTo` were arranged: their rows, and what their notices changed, are gone. */
export function calendarAsOf(coveredTo: string): WorkingCalendar {
  const { days, ...seeded } = seededCalendar();
  const nextYears = [...days.values()].filter((day) => Number(/(\d{4})年/.exec(day.sourceNotice)?.[1]) > Number(coveredTo.slice(0, 4)));
  const known = [...days.values()].filter((day) => day.date <= coveredTo && !nextYears.includes(day));
  return workingCalendar({ ...seeded, version: 0, coveredTo, days: known });
}
