import { addWorkdays, calendarDaysBetween, workdaysBetween } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { PlainDate } from '@dengke/contract';
import type { LimitRule } from './limit-rule.entity';

/** How many days of the limit's kind lie from its end to the other day; to the working day after it where that is none. */
export function daysUntil(calendar: WorkingCalendar, { unit }: Pick<LimitRule, 'unit'>, dueOn: PlainDate, movedTo: PlainDate): number {
  if (unit === 'days') {
    return calendarDaysBetween(dueOn, movedTo);
  }
  const days = Math.max(1, workdaysBetween(calendar, dueOn, movedTo).workdays);
  return addWorkdays(calendar, dueOn, days).on < movedTo ? days + 1 : days;
}
