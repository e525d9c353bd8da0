import type { Day, Time, World } from './plain';

/** Days since 1970-01-01 in the Gregorian calendar, by counting years from March, so that a leap day is a year's last. */
export function numberOf(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const years = month > 2 ? year : year - 1;
  const sinceMarch = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + sinceMarch - 719_468;
}

export function dayOf(number: number): Day {
  let year = 1970 + Math.floor(number / 366);
  while (numberOf(`${year + 1}-01-01`) <= number) {
    year += 1;
  }
  let month = 1;
  while (month < 12 && numberOf(`${year}-${month + 1}-01`) <= number) {
    month += 1;
  }
  const date = number - numberOf(`${year}-${month}-01`) + 1;
  return `${year}-${two(month)}-${two(date)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

export const dayAfter = (day: Day, by = 1): Day => dayOf(numberOf(day) + by);

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => [2, 3].includes(((numberOf(day) % 7) + 7) % 7);

/** The first moment of a day, and the end of the one before. */
export const midnight = (day: Day): Time => `${day}T00:00`;
export const dateOf = (time: Time): Day => time.slice(0, 10);

/** Working days of Shanghai: Monday to Friday but for days off, and weekend days that are worked instead (P39). */
export class WorkingDays {
  private readonly off: Set<Day>;
  private readonly madeUp: Set<Day>;

  constructor({ off, madeUp }: World['calendar']) {
    this.off = new Set(off);
    this.madeUp = new Set(madeUp);
  }

  isWorked(day: Day): boolean {
    return this.madeUp.has(day) || (!isWeekend(day) && !this.off.has(day));
  }

  /** The last of so many working days; the first day itself is not counted. */
  add(from: Day, count: number): Day {
    let day = from;
    for (let left = count; left > 0; left -= this.isWorked(day) ? 1 : 0) {
      day = dayAfter(day);
    }
    return day;
  }

  /** How many lie after one day up to and with another. */
  between(from: Day, to: Day): number {
    let count = 0;
    for (let day = dayAfter(from); day <= to; day = dayAfter(day)) {
      count += this.isWorked(day) ? 1 : 0;
    }
    return count;
  }
}
