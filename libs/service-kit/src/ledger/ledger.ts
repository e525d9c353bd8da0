import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { toDatabase } from '../database/instants';
import { afterCommit } from '../database/transaction';
import { readTogether, Writes } from '../database/writes';
import type { Rows, Statement } from '../database/writes';
import { traces } from '../tracing/traces';
import { entryHash, genesisHash, sealText, verifyChain } from './hash-chain';
import type { ChainFault, LedgerEntry, TimelineEntry } from './hash-chain';
import { ENTRY_COLUMNS, entryOf, timelineEntryOf } from './ledger-rows';
import type { EntryRow, TimelineRow } from './ledger-rows';
import { RelayBell } from './relay-bell';

/** The end of a subject's chain, under its row lock until the transaction ends. */
export interface LedgerHead {
  subject: string;
  number: number;
  hash: string;
}

export interface NewEntry {
  kind: string;
  /** Unique within the subject: `actIdOf(personId, key)`, or what a workflow makes of its id, the act and the fact it follows. */
  actId: string;
  at: Instant;
  /** Null for the workflow. */
  by: string | null;
  organisationId: string | null;
  /** Ids, states and instants only; it travels through feeds. */
  detail: Record<string, unknown>;
  /** Names, opinions, reasons: kept beside the entry, erasable, never in a feed. */
  text?: Record<string, unknown> | undefined;
  /** Whether a workflow is to be told (a RelayTarget for the subject). */
  relay: boolean;
}

const INSERT_ENTRY = `INSERT INTO ledger_entry
  (subject, number, kind, actId, at, byPersonId, organisationId, detail, textDigest, previousHash, hash) VALUES (?)`;

/** The id of a person's act: the person with the Idempotency-Key. */
export const actIdOf = (personId: string, key: string): string => `${personId}:${key}`;

/**
 * The numbered, hash-chained, append-only ledger of a service: the truth, the timeline's source, the audit and the feed.
 * Every write happens in the caller's transaction.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: DataSource,
    private readonly bell: RelayBell,
  ) {}

  /** Locks the subject's head (creates it for a new subject) until the transaction ends: acts on one subject follow one another. */
  async lockHead(manager: EntityManager, subject: string): Promise<LedgerHead> {
    const [rows] = await readTogether(manager, [this.lock(subject)]);
    return this.headOf(subject, rows);
  }

  /** The same as a statement, for a round trip that also reads, under the lock, what the act will look at. */
  lock(subject: string): Statement {
    return [
      `INSERT INTO ledger_head (subject, lastNumber, lastHash) VALUES (?, 0, ?)
       ON DUPLICATE KEY UPDATE lastNumber = lastNumber RETURNING lastNumber, lastHash`,
      [subject, genesisHash],
    ];
  }

  /** @param rows what `lock` gave */
  headOf(subject: string, [head]: Rows = []): LedgerHead {
    if (head === undefined) {
      throw new Error('MariaDB returned no head');
    }
    return { subject, number: Number(head['lastNumber']), hash: String(head['lastHash']) };
  }

  /** Adds the next entry after `head`. For a second entry in the same act pass on what this returns. */
  async append(manager: EntityManager, head: LedgerHead, entry: NewEntry): Promise<LedgerHead> {
    const writes = new Writes(manager);
    const next = this.appendTo(writes, head, entry);
    await writes.flush();
    return next;
  }

  /** The same among an act's other writes. */
  appendTo(writes: Writes, head: LedgerHead, entry: NewEntry): LedgerHead {
    const text = entry.text === undefined ? null : sealText(entry.text);
    const { kind, actId, at, by, organisationId, detail, relay } = entry;
    const { subject } = head;
    const number = head.number + 1;
    const textDigest = text?.digest ?? null;
    const hash = entryHash({ subject, number, kind, actId, at, by, organisationId, detail, textDigest, previousHash: head.hash });
    const when = toDatabase(at);
    const row = [subject, number, kind, actId, when, by, organisationId, JSON.stringify(detail), textDigest, head.hash, hash];
    writes.add([INSERT_ENTRY, [row]]).add(['SET @entry = LAST_INSERT_ID()']);
    if (text) {
      writes.add(['INSERT INTO ledger_text (entryId, salt, text) VALUES (@entry, ?, ?)', [text.salt, text.json]]);
    }
    const waiting = [subject, number, relay ? 1 : 0, when, traces.traceparent];
    writes
      .add(['INSERT INTO outbox (entryId, subject, number, relayed, at, trace) VALUES (@entry, ?)', [waiting]])
      .add(['UPDATE ledger_head SET lastNumber = ?, lastHash = ? WHERE subject = ?', [number, hash, subject]]);
    afterCommit(writes.manager, () => this.bell.ring());
    return { subject, number, hash };
  }

  /** `lockHead` and `append` in one, where nothing has to be judged in between. */
  async record(manager: EntityManager, subject: string, entry: NewEntry): Promise<LedgerHead> {
    return this.append(manager, await this.lockHead(manager, subject), entry);
  }

  /** What an act has already written to a subject: "already done" is a normal answer to a workflow's repeated act. */
  async entryOfAct(subject: string, actId: string, manager: EntityManager = this.database.manager): Promise<LedgerEntry | null> {
    const [row] = await manager.query<EntryRow[]>(`SELECT ${ENTRY_COLUMNS} FROM ledger_entry e WHERE e.subject = ? AND e.actId = ?`, [
      subject,
      actId,
    ]);
    return row === undefined ? null : entryOf(row);
  }

  /** Entries after a number, in order; from 0 all of them. */
  async entriesAfter(subject: string, number: number, manager: EntityManager = this.database.manager): Promise<LedgerEntry[]> {
    const rows = await manager.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM ledger_entry e WHERE e.subject = ? AND e.number > ? ORDER BY e.number`,
      [subject, number],
    );
    return rows.map(entryOf);
  }

  /** The whole story of a subject with its texts. */
  async timeline(subject: string): Promise<TimelineEntry[]> {
    const rows = await this.database.query<TimelineRow[]>(
      `SELECT ${ENTRY_COLUMNS}, t.text, t.salt FROM ledger_entry e LEFT JOIN ledger_text t ON t.entryId = e.id
       WHERE e.subject = ? ORDER BY e.number`,
      [subject],
    );
    return rows.map(timelineEntryOf);
  }

  /** Erases names and words of one entry; the chain stays verifiable. */
  async eraseText(manager: EntityManager, entryId: number): Promise<void> {
    await manager.query('DELETE FROM ledger_text WHERE entryId = ?', [entryId]);
  }

  /** @returns the first fault of the subject's chain, or null when it is whole to its end */
  async verify(subject: string): Promise<ChainFault | null> {
    const [head] = await this.database.query<{ lastNumber: number; lastHash: string }[]>(
      'SELECT lastNumber, lastHash FROM ledger_head WHERE subject = ?',
      [subject],
    );
    const entries = await this.timeline(subject);
    const end = head === undefined ? { number: 0, hash: genesisHash } : { number: head.lastNumber, hash: head.lastHash };
    const fault = verifyChain(entries, end);
    return fault && { ...fault, subject };
  }
}
