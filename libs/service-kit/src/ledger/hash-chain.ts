import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@dengke/contract';

/** What the first entry of a subject follows. */
export const genesisHash = '0'.repeat(64);

/** One numbered entry of a subject's ledger. Never changed, never removed (P36). Ids, states and instants only. */
export interface LedgerEntry {
  entryId: number;
  /** `submission/<serial>`, `window/<id>`, `organisation/<id>` … */
  subject: string;
  /** From 1 without gaps within the subject. */
  number: number;
  kind: string;
  /** `<personId>:<Idempotency-Key>`, or what a workflow makes of its id, the act and the fact it follows. */
  actId: string;
  at: Instant;
  /** Who acted; null for the workflow. */
  by: string | null;
  organisationId: string | null;
  detail: Record<string, unknown>;
  /** Digest of the erasable text beside the entry; null without one. */
  textDigest: string | null;
  previousHash: string;
  hash: string;
}

/** An entry with its text: names, opinions, reasons. Null when there was none or it was erased. */
export interface TimelineEntry extends LedgerEntry {
  text: Record<string, unknown> | null;
  textSalt: string | null;
}

export interface SealedText {
  salt: string;
  json: string;
  digest: string;
}

/** Where a chain broke: the first entry that does not follow from those before it. */
export interface ChainFault {
  subject: string;
  number: number;
  fault: 'number' | 'link' | 'hash' | 'text' | 'end';
}

export const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

/** One text for one value: keys in order, undefined left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, held]) => held !== undefined);
    pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${pairs.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The chained digest of an entry: everything in it but the row's own id. */
export function entryHash(entry: Omit<LedgerEntry, 'entryId' | 'hash'>): string {
  const { subject, number, kind, actId, at, by, organisationId, detail, textDigest, previousHash } = entry;
  return sm3(canonical([subject, number, kind, actId, at, by, organisationId, detail, textDigest, previousHash]));
}

/** The salt goes with the text when it is erased, so that the digest left behind tells nothing of a short text. */
export function sealText(text: Record<string, unknown>, salt = randomBytes(16).toString('hex')): SealedText {
  const json = canonical(text);
  return { salt, json, digest: sm3(salt + json) };
}

/**
 * Verifies one subject's entries, in order from number 1, without a database. Finds a changed, removed, inserted or reordered entry;
 * with the `end` known from elsewhere (the head row, a checkpoint) also a cut-off tail.
 * @returns the first fault, or null when the chain is whole
 */
export function verifyChain(entries: readonly (LedgerEntry | TimelineEntry)[], end?: { number: number; hash: string }): ChainFault | null {
  let previous = { number: 0, hash: genesisHash };
  for (const entry of entries) {
    const fault = entryFault(entry, previous, entries[0]?.subject ?? entry.subject);
    if (fault !== null) {
      return { subject: entry.subject, number: entry.number, fault };
    }
    previous = entry;
  }
  if (end && (end.number !== previous.number || end.hash !== previous.hash)) {
    return { subject: entries[0]?.subject ?? '', number: previous.number + 1, fault: 'end' };
  }
  return null;
}

/** Why an entry does not follow from the one before it in its subject; null when it does. */
export function entryFault(
  entry: LedgerEntry | TimelineEntry,
  previous: { number: number; hash: string },
  subject: string,
): ChainFault['fault'] | null {
  if (entry.number !== previous.number + 1 || entry.subject !== subject) {
    return 'number';
  }
  if (entry.previousHash !== previous.hash) {
    return 'link';
  }
  if (entryHash(entry) !== entry.hash) {
    return 'hash';
  }
  return textIsWhole(entry) ? null : 'text';
}

/** An erased text is no fault; a changed, added or swapped one is. */
function textIsWhole(entry: LedgerEntry | TimelineEntry): boolean {
  if (!('text' in entry) || entry.text === null) {
    return true;
  }
  return entry.textDigest === sealText(entry.text, entry.textSalt ?? '').digest;
}
