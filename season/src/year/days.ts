import type { PlainDate } from '@dengke/contract';
import type { World } from './world';

const DAY_MS = 86_400_000;
export const plus = (day: PlainDate, by: number): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** The days on which people of the year are at work. */
export class WorkedDays {
  readonly all: readonly PlainDate[];

  constructor({ off, madeUp }: World['calendar'], from: PlainDate, to: PlainDate) {
    const days: PlainDate[] = [];
    for (let day = from; day <= to; day = plus(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (madeUp.includes(day) || (weekday % 6 !== 0 && !off.includes(day))) {
        days.push(day);
      }
    }
    this.all = days;
  }

  /** So many of them later; past the last one nobody is there any more. */
  after(day: PlainDate, count: number): PlainDate {
    const at = this.all.findIndex((one) => one >= day);
    return (at < 0 ? undefined : this.all[at + count]) ?? '9999-12-31';
  }

  /** Of every so many of them the first one from a day on. */
  next(day: PlainDate, every: number): PlainDate {
    return this.all.find((one, index) => one >= day && index % every === 0) ?? '9999-12-31';
  }

  between(from: PlainDate, to: PlainDate): PlainDate[] {
    return this.all.filter((day) => from <= day && day <= to);
  }
}
