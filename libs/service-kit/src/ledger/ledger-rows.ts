import type { Instant } from '@dengke/contract';
import { toInstant } from '../database/instants';
import type { LedgerEntry, TimelineEntry } from './hash-chain';

/** Columns of `ledger_entry e` as plain SQL reads them. */
export const ENTRY_COLUMNS =
  'e.id, e.subject, e.number, e.kind, e.actId, e.at, e.byPersonId, e.organisationId, e.detail, e.textDigest, e.previousHash, e.hash';

/** MariaDB's JSON is text; a driver that knows better hands over the value. */
export type JsonColumn = string | Record<string, unknown> | null;

export interface EntryRow {
  id: number;
  subject: string;
  number: number;
  kind: string;
  actId: string;
  at: Date;
  byPersonId: string | null;
  organisationId: string | null;
  detail: JsonColumn;
  textDigest: string | null;
  previousHash: string;
  hash: string;
}

export interface TimelineRow extends EntryRow {
  text: JsonColumn;
  salt: string | null;
}

export function entryOf(row: EntryRow): LedgerEntry {
  const { id, subject, number, kind, actId, byPersonId, organisationId, textDigest, previousHash, hash } = row;
  const at: Instant = toInstant(row.at);
  return {
    entryId: id,
    subject,
    number,
    kind,
    actId,
    at,
    by: byPersonId,
    organisationId,
    detail: json(row.detail) ?? {},
    textDigest,
    previousHash,
    hash,
  };
}

export function timelineEntryOf(row: TimelineRow): TimelineEntry {
  return { ...entryOf(row), text: json(row.text), textSalt: row.salt };
}

export function json(value: JsonColumn): Record<string, unknown> | null {
  return typeof value === 'string' ? (JSON.parse(value) as Record<string, unknown>) : value;
}
