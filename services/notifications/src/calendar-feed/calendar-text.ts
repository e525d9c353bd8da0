import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Instant, PlainDate } from '@dengke/contract';

export interface CalendarDay {
  uid: string;
  on: PlainDate;
  summary: string;
  url: string;
}

const aDay = 86_400_000;

/**
 * Days with what is due on them, as RFC 5545 has them: each a whole day of the civil calendar, so that no clock of ours or the reader's moves it.
 * @param at when it was asked for
 */
export function calendarText(days: readonly CalendarDay[], at: Instant): string {
  const prodId = { company: 'dengke', product: 'deadlines', language: 'ZH' };
  const calendar = ical({ name: '登科 · 办理期限', prodId, method: ICalCalendarMethod.PUBLISH, ttl: 3_600 });
  days.forEach(({ uid, on, summary, url }) => {
    // The library takes the day from UTC, in which it is built here.
    const start = new Date(`${on}T00:00:00.000Z`);
    calendar.createEvent({ id: uid, summary, url, start, end: new Date(start.getTime() + aDay), allDay: true, stamp: new Date(at) });
  });
  return calendar.toString();
}
