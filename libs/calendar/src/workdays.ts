import { addCalendarDays, dayNumber, isWeekend, type PlainDate } from './plain-date';
import { dayKind, OutsideCoverage, type WorkingCalendar } from './working-calendar';

/** A day that was passed over, and why: an ordinary weekend, or a holiday with its name (元旦, 春节, …). */
export type SkippedDay = { date: PlainDate; reason: 'weekend' | 'holiday'; name: string | null };

/**
 * Where a count of working days ends. `provisional`: it crossed the horizon, the days beyond were taken as ordinary weekdays, and the
 * answer is worked out again when their year is loaded (P40). `madeUp` are weekend days that counted because they are worked (调休).
 */
export type DueDay = { on: PlainDate; provisional: boolean; skipped: SkippedDay[]; madeUp: PlainDate[] };

type Direction = 1 | -1;

function assertCount(days: number): void {
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new RangeError(`not a count of working days: ${days}`);
  }
}

function assertNotBeforeCoverage(calendar: WorkingCalendar, date: PlainDate): void {
  if (date < calendar.coveredFrom) {
    throw new OutsideCoverage(date, calendar);
  }
}

function walk(calendar: WorkingCalendar, from: PlainDate, workdays: number, direction: Direction): DueDay {
  assertCount(workdays);
  dayNumber(from);
  const due: DueDay = { on: from, provisional: from > calendar.coveredTo, skipped: [], madeUp: [] };
  for (let left = workdays; left > 0;) {
    due.on = addCalendarDays(due.on, direction);
    assertNotBeforeCoverage(calendar, due.on);
    const skipped = skippedDay(calendar, due.on);
    due.provisional ||= due.on > calendar.coveredTo;
    if (skipped) {
      due.skipped.push(skipped);
    } else {
      left -= 1;
      if (isWeekend(due.on)) {
        due.madeUp.push(due.on);
      }
    }
  }
  return due;
}

function skippedDay(calendar: WorkingCalendar, date: PlainDate): SkippedDay | null {
  const kind = dayKind(calendar, date);
  if (kind === 'holiday') {
    return { date, reason: 'holiday', name: calendar.days.get(date)?.name ?? null };
  }
  const free = kind === 'weekend' || (kind === 'unknown' && isWeekend(date));
  return free ? { date, reason: 'weekend', name: null } : null;
}

/**
 * The day that ends a period of working days: the day of receipt is not counted, the period runs to the end of the returned day (P39).
 * Past the horizon the answer is provisional; before the coverage it throws OutsideCoverage. Zero days end on the day of receipt.
 */
export function addWorkdays(calendar: WorkingCalendar, from: PlainDate, workdays: number): DueDay {
  assertNotBeforeCoverage(calendar, from);
  return walk(calendar, from, workdays, 1);
}

/** The day that lies this many working days before a due day: the rungs of a reminder ("5, 3, 1 working days before"). */
export function subtractWorkdays(calendar: WorkingCalendar, from: PlainDate, workdays: number): DueDay {
  assertNotBeforeCoverage(calendar, from);
  return walk(calendar, from, workdays, -1);
}

/** Working days after `from` up to and including `to`, so that it undoes `addWorkdays`; negative when `to` is the earlier day. */
export function workdaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): { workdays: number; provisional: boolean } {
  if (to < from) {
    const { workdays, provisional } = workdaysBetween(calendar, to, from);
    return { workdays: workdays === 0 ? 0 : -workdays, provisional };
  }
  assertNotBeforeCoverage(calendar, from);
  let workdays = 0;
  for (let number = dayNumber(to) - dayNumber(from), date = from; number > 0; number -= 1) {
    date = addCalendarDays(date, 1);
    workdays += skippedDay(calendar, date) ? 0 : 1;
  }
  return { workdays, provisional: to > calendar.coveredTo };
}
