import { dayNumber, isWeekend, plainDate, type PlainDate } from './plain-date';

/** One day the State Council took out of the ordinary week: a day off, or a weekend day to be worked (调休). */
export type CalendarDay = { date: PlainDate; kind: 'off' | 'makeup'; name: string; sourceNotice: string };

/**
 * What is known about working days. Between `coveredFrom` and `coveredTo` (the horizon, both included) a day that is not listed follows
 * the ordinary week; outside, nothing is known, and an unknown day is never silently a working day (P40).
 */
export type WorkingCalendar = {
  version: number;
  coveredFrom: PlainDate;
  coveredTo: PlainDate;
  days: ReadonlyMap<PlainDate, CalendarDay>;
};

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'unknown';

/** Asked about a day for which no year's arrangement is loaded. */
export class OutsideCoverage extends RangeError {
  constructor(
    readonly date: PlainDate,
    readonly calendar: Pick<WorkingCalendar, 'version' | 'coveredFrom' | 'coveredTo'>,
  ) {
    super(`${date} is outside the working-day calendar ${calendar.coveredFrom} … ${calendar.coveredTo} (version ${calendar.version})`);
    this.name = 'OutsideCoverage';
  }
}

/** Builds a calendar from its rows; throws RangeError for a day listed twice, outside the coverage, or made up on an ordinary weekday. */
export function workingCalendar(rows: {
  version: number;
  coveredFrom: PlainDate;
  coveredTo: PlainDate;
  days: Iterable<CalendarDay>;
}): WorkingCalendar {
  const { version, coveredFrom, coveredTo } = rows;
  if (dayNumber(coveredFrom) > dayNumber(coveredTo)) {
    throw new RangeError(`the coverage ends (${coveredTo}) before it begins (${coveredFrom})`);
  }
  const days = new Map<PlainDate, CalendarDay>();
  for (const day of rows.days) {
    const weekend = isWeekend(day.date);
    if (day.date < coveredFrom || day.date > coveredTo) {
      throw new OutsideCoverage(day.date, rows);
    }
    if (days.has(day.date) || (day.kind === 'makeup' && !weekend)) {
      throw new RangeError(`${day.date} is listed twice, or made up although it is an ordinary weekday`);
    }
    days.set(day.date, day);
  }
  return { version, coveredFrom, coveredTo, days };
}

/** What a day is; `unknown` outside the coverage. A weekend day inside a holiday is `holiday`. */
export function dayKind(calendar: WorkingCalendar, date: PlainDate): DayKind {
  const weekend = isWeekend(date);
  if (date < calendar.coveredFrom || date > calendar.coveredTo) {
    return 'unknown';
  }
  const special = calendar.days.get(date);
  if (special) {
    return special.kind === 'makeup' ? 'workday' : 'holiday';
  }
  return weekend ? 'weekend' : 'workday';
}

/** Whether a day is worked. Throws OutsideCoverage where nothing is known. */
export function isWorkday(calendar: WorkingCalendar, date: PlainDate): boolean {
  const kind = dayKind(calendar, date);
  if (kind === 'unknown') {
    throw new OutsideCoverage(date, calendar);
  }
  return kind === 'workday';
}

/**
 * The earliest day on which two editions disagree, a newly covered day included; null when they say the same. Loading a year may change
 * the December before it (P41), so open deadlines are worked out again from this day, not from 1 January.
 */
export function firstChange(before: WorkingCalendar, after: WorkingCalendar): PlainDate | null {
  const edges = [before, after].flatMap((calendar) => [calendar.coveredFrom, plainDate(dayNumber(calendar.coveredTo) + 1)]);
  const candidates = [...new Set([...edges, ...before.days.keys(), ...after.days.keys()])].sort();
  return candidates.find((date) => dayKind(before, date) !== dayKind(after, date)) ?? null;
}
