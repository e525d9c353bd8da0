import { addWorkdays, calendarDaysBetween, explainDeadline, isWorkday } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { PlainDate, WindowOutcome } from '@dengke/contract';
import { outcomeOf } from '../acts/settlement';
import type { Submission } from '../acts/submission.entity';

/** A desk that is yet to pass a submission on before the department has it, and how long it takes. */
export interface DeskAhead {
  organisationId: string;
  takes: { value: number; unit: 'workdays' | 'days' };
}

/** One submission that a window still binds, with the desks before it, the present one first. */
export interface Underway extends Pick<Submission, 'serial' | 'state' | 'position' | 'legs' | 'deskId'> {
  /** The day on which the present desk got it. */
  since: PlainDate;
  /** The last day before its own cut-off. */
  cutOffOn: PlainDate;
  ahead: DeskAhead[];
}

export interface Away {
  organisationId: string;
  from: PlainDate;
  /** The last day. */
  to: PlainDate;
}

export interface Supposed {
  today: PlainDate;
  calendar: WorkingCalendar;
  /** The window's; an earlier one of a line stays as it is, unless it would be later (S39). */
  cutOffOn: PlainDate;
  away: Away | null;
}

export interface Projected {
  /** When the department would have it; null: it waits for its completer, of whom nothing is supposed. */
  on: PlainDate | null;
  outcome: WindowOutcome;
}

/** Where a submission would stand at its cut-off, if every desk took as long as is said and nobody returned or refused it. */
export function projected(underway: Underway, supposed: Supposed): Projected {
  const now = outcomeOf(underway);
  if (now !== 'carried-over') {
    return { on: null, outcome: now };
  }
  const cutOffOn = earlier(underway.cutOffOn, supposed.cutOffOn);
  const on = underway.ahead.reduce((from, desk, index) => passedOn(desk, from, index === 0, supposed), underway.since);
  return { on, outcome: on <= cutOffOn ? 'transmitted' : 'carried-over' };
}

/** The day on which a desk passes it on: not before today where it has it now, and after its people are back where they are away. */
function passedOn(
  { organisationId, takes }: DeskAhead,
  from: PlainDate,
  isPresent: boolean,
  { today, calendar, away }: Supposed,
): PlainDate {
  const counted = explainDeadline(calendar, { ...takes, source: '' }, from).on;
  const on = isPresent && counted < today ? workdayFrom(calendar, today) : counted;
  const isAway = away !== null && away.organisationId === organisationId && away.from <= on && on <= away.to;
  return isAway ? addWorkdays(calendar, away.to, 1).on : on;
}

/** That day, or the next working day. */
const workdayFrom = (calendar: WorkingCalendar, day: PlainDate): PlainDate =>
  isWorkday(calendar, day) ? day : addWorkdays(calendar, day, 1).on;

const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);

/** The middle one of what was taken; null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Whether a span is none, or longer than can be answered. */
export const isSpan = ({ from, to }: Away, most: number): boolean => from <= to && calendarDaysBetween(from, to) < most;
