import type { Instant } from '@dengke/contract';
import type { TimelineEntry } from '@dengke/service-kit';

/** Why time did not run: the completer mends it, a suspicion of secrecy is examined, an objection holds the registration. */
export const pauseReasons = ['returned', 'suspicion', 'objection'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export interface Pause {
  because: PauseReason;
  from: Instant;
  /** Null while it lasts, and where it never went on. */
  until: Instant | null;
}

const begins: Record<string, PauseReason> = { return: 'returned', suspect: 'suspicion', hold: 'objection' };
const ends: Record<PauseReason, readonly string[]> = {
  returned: ['resubmit'],
  suspicion: ['clear'],
  objection: ['overrule', 'declineObjection'],
};

/**
 * The pauses of a submission, by its timeline. With several objections the last that is decided ends the pause; a suspicion may come and go while they
 * hold it.
 */
export function pausesOf(entries: readonly Pick<TimelineEntry, 'kind' | 'at' | 'detail'>[]): Pause[] {
  const pauses: Pause[] = [];
  for (const { kind, at, detail } of entries) {
    const open = pauses.filter(({ until }) => until === null);
    const because = begins[kind];
    if (because !== undefined && open.every((pause) => pause.because !== because)) {
      pauses.push({ because, from: at, until: null });
    }
    const ended = open.find((pause) => ends[pause.because].includes(kind));
    if (ended !== undefined && (ended.because !== 'objection' || detail['held'] !== true)) {
      ended.until = at;
    }
  }
  return pauses;
}
