import { explainDeadline } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import { uuidv7 } from 'uuidv7';
import type { Deadline } from './deadline.entity';
import { ruleOf } from './limit-rule.entity';
import type { LimitRule } from './limit-rule.entity';

/** The row that takes the place of another: of the same wait from the same first day, by this limit and calendar, with as many days as are said. */
export function successorOf(
  open: Deadline,
  limit: LimitRule,
  calendar: WorkingCalendar,
  counted: Pick<Deadline, 'days' | 'extraDays'> = open,
): Deadline {
  const { days, extraDays } = counted;
  const { on, dueAt, provisional, skipped, calendarVersion } = explainDeadline(calendar, ruleOf(limit, days), open.startOn);
  return { ...open, id: uuidv7(), limitId: limit.id, days, extraDays, dueOn: on, dueAt, provisional, skipped, calendarVersion };
}
