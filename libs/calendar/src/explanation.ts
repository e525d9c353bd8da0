import { addCalendarDays, endOfDay, type PlainDate } from './plain-date';
import { addWorkdays, type SkippedDay } from './workdays';
import type { WorkingCalendar } from './working-calendar';

/** What a deadline tells whoever asks: the rule and where it comes from, the day it starts from, the days passed over, the calendar used. */
export type DeadlineExplanation = {
  rule: { value: number; unit: 'workdays' | 'days'; source: string };
  /** The day of receipt; it is not counted. */
  from: PlainDate;
  on: PlainDate;
  /** 24:00 of `on` in Shanghai, ISO in UTC: the first instant that is too late. */
  dueAt: string;
  provisional: boolean;
  skipped: SkippedDay[];
  madeUp: PlainDate[];
  calendarVersion: number;
  coveredTo: PlainDate;
};

/** Works a deadline out and explains it. Calendar-day rules skip nothing and never depend on the horizon. */
export function explainDeadline(calendar: WorkingCalendar, rule: DeadlineExplanation['rule'], from: PlainDate): DeadlineExplanation {
  const counted =
    rule.unit === 'workdays'
      ? addWorkdays(calendar, from, rule.value)
      : { on: addCalendarDays(from, rule.value), provisional: false, skipped: [], madeUp: [] };
  return { rule, from, ...counted, dueAt: endOfDay(counted.on), calendarVersion: calendar.version, coveredTo: calendar.coveredTo };
}
