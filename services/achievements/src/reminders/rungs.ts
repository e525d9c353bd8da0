import { addCalendarDays, workdaysBetween } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import { rungsBefore } from '@dengke/contract';
import type { PlainDate, Rung } from '@dengke/contract';

/** What is reminded of: begun on a day, due on another. */
export interface Reminded {
  startOn: PlainDate;
  dueOn: PlainDate;
}

/**
 * The rung of the ladder that a working day is for a deadline, or null (docs/deadlines.md, “Late”): 5, 3, 1 working days before, the day itself, each working day
 * after. What has only begun today is not reminded of today. A due day that is no working day counts for the working day before it.
 */
export function rungOn(calendar: WorkingCalendar, on: PlainDate, { startOn, dueOn }: Reminded): Rung | null {
  if (startOn >= on || !isWorked(calendar, on)) {
    return null;
  }
  const left = workdaysBetween(calendar, on, dueOn).workdays;
  if (on > dueOn) {
    return `overdue-${-left}`;
  }
  if (left === 0) {
    return 'due-day';
  }
  return rungsBefore.some((rung) => rung === left) ? `before-${left}` : null;
}

/** As the rounds' own days are counted: past the horizon an ordinary weekday is worked until its year is loaded (P40). */
const isWorked = (calendar: WorkingCalendar, on: PlainDate): boolean =>
  workdaysBetween(calendar, addCalendarDays(on, -1), on).workdays === 1;
