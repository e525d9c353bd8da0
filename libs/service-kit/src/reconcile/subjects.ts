import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { LedgerEntry } from '../ledger/hash-chain';
import { Ledger } from '../ledger/ledger';
import { ENTRY_COLUMNS, entryOf } from '../ledger/ledger-rows';
import type { EntryRow } from '../ledger/ledger-rows';
import { relayTargets } from '../ledger/relay-target';
import type { RelayTarget, TargetOf } from '../ledger/relay-target';
import type { LedgerSide } from './divergence';

const PAGE = 1_000;

/** A relay target whose workflows can be compared with their ledgers. */
export type Followed = Required<RelayTarget>;

/** The subjects of this service's ledger that workflows follow. */
@Injectable()
export class Subjects {
  private targetOf: TargetOf | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly discovery: DiscoveryService,
  ) {}

  /** Null for what no workflow of this service follows. */
  followed(subject: string): Followed | null {
    this.targetOf ??= relayTargets(this.discovery);
    const target = this.targetOf(subject);
    return target?.wanted === undefined ? null : (target as Followed);
  }

  /** All that are not over. */
  async open(): Promise<string[]> {
    const open: string[] = [];
    for (let after = ''; ;) {
      const page = await this.lastEntries(after);
      open.push(...page.filter((entry) => this.isOpen(entry)).map(({ subject }) => subject));
      if (page.length < PAGE) {
        return open;
      }
      after = page.at(-1)?.subject ?? after;
    }
  }

  /** Null where the ledger knows nothing of it. */
  async sideOf(subject: string): Promise<LedgerSide | null> {
    const entries = await this.ledger.entriesAfter(subject, 0);
    const target = this.followed(subject);
    return target === null || entries.length === 0 ? null : { lastNumber: entries.length, wanted: target.wanted(entries) };
  }

  /** What its workflow is not told yet: the relay does that, and until then nothing can be said of it. */
  async isUntold(subject: string): Promise<boolean> {
    const waiting = await this.database.query<unknown[]>('SELECT id FROM outbox WHERE subject = ? AND relayed = 1 LIMIT 1', [subject]);
    return waiting.length > 0;
  }

  private isOpen(entry: LedgerEntry): boolean {
    const target = this.followed(entry.subject);
    return target !== null && !target.wanted([entry]).isOver;
  }

  private async lastEntries(after: string): Promise<LedgerEntry[]> {
    const rows = await this.database.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM ledger_head h JOIN ledger_entry e ON e.subject = h.subject AND e.number = h.lastNumber
       WHERE h.subject > ? ORDER BY h.subject LIMIT ?`,
      [after, PAGE],
    );
    return rows.map(entryOf);
  }
}
