import type { ApplicationAct, ApplicationFact, ApplicationState, Instant } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import type { ApplicationStanding } from './application-standing';

/** Where an application stands, as its conflicts and the answers to its applicant tell it: nothing of desks, people or units. */
export interface ApplicationProgress {
  id: string;
  state: ApplicationState;
  receivedAt: Instant;
  lastFact: number;
}

export const progressOf = ({ id, state, receivedAt, lastFact }: ApplicationStanding): ApplicationProgress => ({
  id,
  state,
  receivedAt,
  lastFact,
});

/** What the ledger keeps of an application with each entry: ids, states and instants. Who applies stands in the table alone. */
export function detailOf({ state, deskId, countsFrom, dueAt, ...limit }: ApplicationStanding, extra: Record<string, unknown> = {}) {
  return { state, deskId, countsFrom, dueAt, ...goesBy(limit), ...extra };
}

export function factOf({ subject, number, kind, at, by, detail }: LedgerEntry): ApplicationFact {
  const { state, deskId, countsFrom, dueAt, limitId, extraDays } = detail as unknown as ApplicationFact;
  return { subject, number, act: kind as ApplicationAct, at, by, state, deskId, countsFrom, dueAt, ...goesBy({ limitId, extraDays }) };
}

/** Which limit it goes by, as far as that is known, and for how many days more. */
const goesBy = ({ limitId, extraDays = 0 }: { limitId?: string | null | undefined; extraDays?: number | undefined }) => ({
  ...(typeof limitId === 'string' && { limitId }),
  ...(extraDays > 0 && { extraDays }),
});
