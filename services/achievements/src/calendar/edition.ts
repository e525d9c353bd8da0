import { firstChange, isWeekend, workingCalendar } from '@dengke/calendar';
import type { CalendarDay, PlainDate, WorkingCalendar } from '@dengke/calendar';
import type { CalendarChange, CalendarDayChange, FieldFault } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';

export interface Edition {
  calendar: WorkingCalendar;
  /** The earliest day of which it says something else than the one before. */
  firstChange: PlainDate;
}

/**
 * The edition that a change makes of the one in force. What is past stays as it was, a year comes whole, and no year is without a day off.
 * @param today in Shanghai @throws DomainError INVALID_INPUT with each fault
 */
export function editionOf(before: WorkingCalendar, change: CalendarChange, today: PlainDate): Edition {
  const faults = [...change.days.flatMap((day, index) => faultsOf(day, index, before, change, today)), ...coverageFaults(before, change)];
  if (faults.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: faults });
  }
  const days = new Map(before.days);
  for (const { date, kind, name } of change.days) {
    days.delete(date);
    if (kind !== 'ordinary') {
      days.set(date, { date, kind, name, sourceNotice: change.sourceNotice } satisfies CalendarDay);
    }
  }
  const { coveredFrom, version } = before;
  const calendar = workingCalendar({ version: version + 1, coveredFrom, coveredTo: change.coveredTo, days: days.values() });
  const first = firstChange(before, calendar);
  if (first === null) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'days', reason: 'nothingChanges' }] });
  }
  return { calendar, firstChange: first };
}

function faultsOf(
  { date, kind, name }: CalendarDayChange,
  index: number,
  { coveredFrom, coveredTo }: WorkingCalendar,
  change: CalendarChange,
  today: PlainDate,
): FieldFault[] {
  const isPast = date < today && date <= coveredTo;
  const reasons = [
    ...(isPast || date < coveredFrom ? ['pastDay' as const] : []),
    ...(date > change.coveredTo ? ['beyondCoverage' as const] : []),
    ...(kind === 'makeup' && !isWeekend(date) ? ['weekday' as const] : []),
    ...(kind !== 'ordinary' && name.trim() === '' ? ['nameless' as const] : []),
  ];
  return reasons.map((reason) => ({ field: `days[${index}]`, reason }));
}

/** The horizon never comes nearer, and moves by whole years of which the arrangement is known. */
function coverageFaults(before: WorkingCalendar, { coveredTo, days }: CalendarChange): FieldFault[] {
  if (coveredTo === before.coveredTo) {
    return [];
  }
  if (coveredTo < before.coveredTo || !coveredTo.endsWith('-12-31')) {
    return [{ field: 'coveredTo', reason: coveredTo < before.coveredTo ? 'nearer' : 'wholeYears' }];
  }
  const years = yearsBetween(before.coveredTo, coveredTo);
  return years
    .filter((year) => !days.some(({ date, kind }) => kind === 'off' && date.startsWith(`${year}-`)))
    .map((year) => ({ field: 'days', reason: 'noDayOff', limits: [year] }));
}

function yearsBetween(from: PlainDate, to: PlainDate): number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
