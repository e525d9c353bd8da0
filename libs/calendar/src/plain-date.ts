/**
 * A civil day in Asia/Shanghai as `YYYY-MM-DD`. Plain text on purpose: a `Date` read through local getters names another day on a
 * machine in another zone (P39).
 */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** Shanghai has kept +08:00 without summer time since 1991-09-15; nothing here reaches further back. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const PLAIN_DATE = /^([12]\d{3})-(\d{2})-(\d{2})$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Days since 1970-01-01. Throws RangeError for anything that is no day of the calendar. */
export function dayNumber(date: PlainDate): number {
  const parts = PLAIN_DATE.exec(date);
  const ms = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a calendar day (YYYY-MM-DD): ${date}`);
  }
  return ms / DAY_MS;
}

/** The day with this number; the inverse of `dayNumber`. */
export function plainDate(number: number): PlainDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** True for text that names a real day as `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** Saturday or Sunday by the seven-day week alone, whatever the State Council made of it. */
export function isWeekend(date: PlainDate): boolean {
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** `days` calendar days after the day of the event, which is not counted itself (P39). Negative counts backwards. */
export function addCalendarDays(from: PlainDate, days: number): PlainDate {
  if (!Number.isSafeInteger(days)) {
    throw new RangeError(`not a whole number of days: ${days}`);
  }
  return plainDate(dayNumber(from) + days);
}

/** Calendar days from one day to another; negative when `to` is the earlier one. */
export function calendarDaysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The instant `HH:mm` of a Shanghai day, as ISO text in UTC. */
export function instantAt(date: PlainDate, timeOfDay: string): string {
  const parts = TIME_OF_DAY.exec(timeOfDay);
  if (!parts) {
    throw new RangeError(`not a time of day (HH:mm): ${timeOfDay}`);
  }
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return new Date(dayNumber(date) * DAY_MS + minutes * 60_000 - SHANGHAI_OFFSET_MS).toISOString();
}

/** 24:00 of a Shanghai day, the first instant that no longer belongs to it: a period that ends with the day is half-open (P12). */
export function endOfDay(date: PlainDate): string {
  return instantAt(addCalendarDays(date, 1), '00:00');
}

/** The Shanghai day an instant falls on. The instant must carry its zone (`Z` or an offset): text without one means another time on each host. */
export function shanghaiDateOf(instant: string): PlainDate {
  const ms = INSTANT.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(ms)) {
    throw new RangeError(`not an instant with its zone: ${instant}`);
  }
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}
