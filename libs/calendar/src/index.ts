export {
  addCalendarDays,
  calendarDaysBetween,
  endOfDay,
  instantAt,
  isPlainDate,
  isWeekend,
  shanghaiDateOf,
  type PlainDate,
} from './plain-date';
export {
  dayKind,
  firstChange,
  isWorkday,
  OutsideCoverage,
  workingCalendar,
  type CalendarDay,
  type DayKind,
  type WorkingCalendar,
} from './working-calendar';
export { addWorkdays, subtractWorkdays, workdaysBetween, type DueDay, type SkippedDay } from './workdays';
export { explainDeadline, type DeadlineExplanation } from './explanation';
export { shownDay, shownInstant, shownLastDay } from './shown';
