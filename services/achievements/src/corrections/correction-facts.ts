import { correctionWorkflowId } from '@dengke/contract';
import type { CorrectionAct, CorrectionFact, CorrectionState } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import type { Correction } from './correction.entity';

/** Subject of a correction in the ledger; the workflow's id is the same word. */
export const correctionSubject = correctionWorkflowId;

/** Where a correction stands, as every act answers it. */
export interface CorrectionProgress {
  id: string;
  serial: string;
  state: CorrectionState;
  dueAt: string | null;
  lastFact: number;
}

export const progressOf = ({ id, serial, state, dueAt, lastFact }: Correction): CorrectionProgress => ({
  id,
  serial,
  state,
  dueAt,
  lastFact,
});

/** What the ledger keeps of a correction with each entry: ids, states and instants. */
export function detailOf(correction: Correction, extra: Record<string, unknown> = {}): Record<string, unknown> {
  const { id, serial, registrationNumber, state, unitId, askedBy, deskId, dueAt, certificateVersion } = correction;
  return { id, serial, registrationNumber, state, unitId, askedBy, deskId, dueAt, certificateVersion, ...extra };
}

export function factOf({ number, kind, at, by, detail }: LedgerEntry): CorrectionFact {
  const { id, serial, state, deskId, dueAt } = detail as unknown as CorrectionFact;
  return { id, number, act: kind as CorrectionAct, at, by, state, serial, deskId, dueAt };
}
