import { isOver } from '@dengke/contract';
import type { CollectionWindow, Instant, PlainDate, RouteLeg, StageKind, SubmissionFact, WindowOutcome } from '@dengke/contract';
import type { Publicity } from './publicity';

/** In plain days: the calendar is achievements' matter, and expectations stay countable by hand. */
export type Limits = Record<StageKind | 'returned' | 'publicity' | 'objection', number>;
export const defaultLimits: Limits = {
  unit: 5,
  municipal: 10,
  organiser: 10,
  department: 5,
  ministry: 10,
  returned: 10,
  publicity: 0,
  objection: 15,
};

export interface Entry {
  serial: string;
  at: Instant;
  legs: readonly RouteLeg[];
  /** Given: the window it enters if its date achieved and its first submission lie within. */
  window?: CollectionWindow;
  achievedOn?: PlainDate;
}

/** One submission of the specs' ledger. */
export interface Case {
  facts: SubmissionFact[];
  legs: readonly RouteLeg[];
  window: CollectionWindow | null;
  outcome: WindowOutcome | null;
  /** The limit of the present wait, without the cut-off; null once escalated. */
  limitAt: Instant | null;
  returnedFrom: StageKind | null;
  /** Of the wait that a suspicion interrupted, in days; the specs interrupt none that is late. */
  left: number;
  publicity: Publicity;
}

/** Where it stands since a fact. */
export type Standing = Omit<SubmissionFact, 'serial' | 'number' | 'act' | 'at' | 'by' | 'about' | 'held'>;

export function settledOutcome({ facts }: Case): WindowOutcome | null {
  const { state, stage } = facts.at(-1) as SubmissionFact;
  const examined = ['in-publicity', 'registered', 'reported', 'cancelled'].includes(state);
  const transmitted = examined || (stage === 'department' && !isOver(state));
  return transmitted ? 'transmitted' : null;
}

/** The cut-off that binds a submission: the earliest of the window's and those of its organiser or area (S39). */
export function cutOffOf(window: CollectionWindow, legs: readonly RouteLeg[]): Instant {
  const own = window.earlierCutOffs.filter(({ organisationId }) => legs.some((leg) => leg.organisationId === organisationId));
  return [window.cutOffAt, ...own.map(({ cutOffAt }) => cutOffAt)].sort()[0] ?? window.cutOffAt;
}

/** The state that a suspicion interrupted. */
export const interrupted = ({ registrationNumber }: Standing) => (registrationNumber === null ? 'in-review' : 'registered');
export const numberOf = (serial: string): string => `9992023Y${serial.slice(-4)}`;
