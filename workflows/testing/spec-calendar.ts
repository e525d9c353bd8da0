import type { PlainDate } from '@dengke/contract';
import { addDays, dayOf, startOfDay } from './instants';

/** Days off and make-up working days of the specs' own calendar. */
export interface SpecCalendar {
  daysOff: readonly PlainDate[];
  makeupDays: readonly PlainDate[];
}

/** 中秋 and 国庆 of 2023: late September to the tenth of October, with a working Saturday and Sunday after them. */
export const nationalDay: SpecCalendar = {
  daysOff: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
  makeupDays: ['2023-10-07', '2023-10-08'],
};

export function isWorkday({ daysOff, makeupDays }: SpecCalendar, day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return makeupDays.includes(day) || (weekday !== 0 && weekday !== 6 && !daysOff.includes(day));
}

export const dayAfter = (day: PlainDate): PlainDate => dayOf(addDays(startOfDay(day), 1));

/** So many working days after a day, which is not counted itself (P39). */
export function workdaysAfter(calendar: SpecCalendar, day: PlainDate, count: number): PlainDate {
  let last = day;
  for (let left = count; left > 0;) {
    last = dayAfter(last);
    left -= isWorkday(calendar, last) ? 1 : 0;
  }
  return last;
}
