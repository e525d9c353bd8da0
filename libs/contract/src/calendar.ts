import type { Instant, PlainDate } from './ledger';

/** One day as a notice has it: off, worked although it is a weekend (调休), or again what its weekday says. */
export const calendarDayKinds = ['off', 'makeup', 'ordinary'] as const;
export interface CalendarDayChange {
  date: PlainDate;
  kind: (typeof calendarDayKinds)[number];
  /** 元旦, 春节, …; of an ordinary day empty. */
  name: string;
}

/** A new edition of the working-day calendar: a year’s arrangement, or a change at short notice (P40, P41). */
export interface CalendarChange {
  /** The edition it was made from; another is a conflict. */
  seenVersion: number;
  /** The last day covered from now on; a whole year more, or as before. */
  coveredTo: PlainDate;
  /** The notice it comes from, with its document number. */
  sourceNotice: string;
  days: CalendarDayChange[];
}

/** An edition was loaded: what the workflow that counts open deadlines anew starts from. */
export interface CalendarChangeInput {
  version: number;
  /** When it was loaded. */
  at: Instant;
}

/** How many deadlines were moved, by the service that keeps them. */
export interface CalendarChangeResult {
  submissions: number;
  applications: number;
}
