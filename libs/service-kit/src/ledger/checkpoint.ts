import type { Instant } from '@dengke/contract';
import { canonical, genesisHash, sm3 } from './hash-chain';
import type { LedgerEntry } from './hash-chain';

/**
 * What the whole ledger was at an instant, in one line kept outside the database: whoever later removes a subject, or cuts chains off together
 * with their heads, contradicts it. It follows from the line before and from what came since, so it costs what has changed, not what there is.
 */
export interface Checkpoint {
  /** Host time. */
  at: Instant;
  /** Everything up to this number of the feed is in it. */
  feedHead: number;
  /** How many there are. */
  subjects: number;
  /** SM3 over the line before and the heads (subject, number, hash) of all subjects that have changed since. */
  digest: string;
}

type Numbered = Pick<LedgerEntry, 'subject' | 'number' | 'hash'>;

/** Before the first line. */
export const noCheckpoint: Omit<Checkpoint, 'at'> = { feedHead: 0, subjects: 0, digest: genesisHash };

/** @param entries what the feed holds from the previous checkpoint to this one, in its order */
export function checkpointAfter(
  previous: Omit<Checkpoint, 'at'>,
  { at, feedHead, entries }: { at: Instant; feedHead: number; entries: readonly Numbered[] },
): Checkpoint {
  const heads = new Map<string, [number, string]>();
  entries.forEach(({ subject, number, hash }) => heads.set(subject, [number, hash]));
  const subjects = previous.subjects + entries.filter(({ number }) => number === 1).length;
  const changed = [...heads].sort(([one], [other]) => (one < other ? -1 : 1)).map(([subject, head]) => [subject, ...head]);
  return { at, feedHead, subjects, digest: sm3(canonical([previous.digest, at, feedHead, subjects, changed])) };
}
