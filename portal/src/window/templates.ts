import type { Schemas } from '../api/client';
import type { WindowView } from './reading';

/** What a window is announced with, as its form has it: days of Shanghai, year-month-day. */
export interface Draft {
  id: string;
  name: string;
  registrationYear: number;
  resultFrom: string;
  resultTo: string;
  opensOn: string;
  cutOffOn: string;
  paperFrom: string;
  paperTo: string;
}
export const dates = ['resultFrom', 'resultTo', 'opensOn', 'cutOffOn', 'paperFrom', 'paperTo'] as const;
export const templates = ['firstHalf', 'secondHalf', 'again'] as const;
export type Template = (typeof templates)[number];

const dayMillis = 86_400_000;
const isoOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
const millisOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
export const dayAfter = (day: string, days: number): string => isoOf(millisOf(day) + days * dayMillis);

type Special = ReadonlyMap<string, Schemas['SpecialDay']['kind']>;

/** The day itself, or the first working day after it. */
export function workdayFrom(day: string, special: Special): string {
  for (let on = day; ; on = dayAfter(on, 1)) {
    const kind = special.get(on);
    const isWeekend = [0, 6].includes(new Date(millisOf(on)).getUTCDay());
    if (kind === 'makeup' || (kind === undefined && !isWeekend)) {
      return on;
    }
  }
}

/** A window that nobody has filled in yet. */
export const emptyDraft = (year: number): Draft => ({
  ...{ id: '', name: '', registrationYear: year, resultFrom: '', resultTo: '', opensOn: '', cutOffOn: '', paperFrom: '', paperTo: '' },
});

/**
 * The two windows of a year as the letters have them (S73, S75–S78): in the middle of the year, and early in the next one; or the dates of an
 * earlier window a year later. Days on which something ends are working days.
 */
export function drafted(template: Template, year: number, special: Special, last: WindowView | undefined): Draft {
  if (template === 'again' && last !== undefined) {
    const later = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
    const [registrationYear, opened] = [last.registrationYear + 1, dayAfter(last.opensAt.slice(0, 10), 1)];
    return {
      ...{ id: last.id.replace(/\d{4}/, String(registrationYear)), name: last.name.replace(/\d{4}/, String(registrationYear)) },
      ...{ registrationYear, resultFrom: later(last.resultFrom), resultTo: later(last.resultTo), opensOn: later(opened) },
      cutOffOn: workdayFrom(later(last.cutOffOn), special),
      ...{ paperFrom: workdayFrom(later(last.paperFrom), special), paperTo: workdayFrom(later(last.paperTo), special) },
    };
  }
  const [half, from, to, opensOn, ends] =
    template === 'firstHalf'
      ? (['h1', `${year}-01-01`, `${year}-06-30`, `${year}-08-07`, `${year}-08-25`] as const)
      : (['h2', `${year}-07-01`, `${year}-12-31`, `${year + 1}-01-08`, `${year + 1}-01-25`] as const);
  const cutOffOn = workdayFrom(ends, special);
  const paperFrom = workdayFrom(dayAfter(cutOffOn, 1), special);
  const name = `${year}年${template === 'firstHalf' ? '上半年' : '下半年'}`;
  return {
    ...{ id: `${half}-${year}`, name, registrationYear: year, resultFrom: from, resultTo: to, opensOn, cutOffOn, paperFrom },
    paperTo: workdayFrom(dayAfter(paperFrom, 2), special),
  };
}
