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
export function detailOf({ state, deskId, countsFrom, dueAt }: ApplicationStanding, extra: Record<string, unknown> = {}) {
  return { state, deskId, countsFrom, dueAt, ...extra };
}

export function factOf({ subject, number, kind, at, by, detail }: LedgerEntry): ApplicationFact {
  const { state, deskId, countsFrom, dueAt } = detail as unknown as ApplicationFact;
  return { subject, number, act: kind as ApplicationAct, at, by, state, deskId, countsFrom, dueAt };
}
