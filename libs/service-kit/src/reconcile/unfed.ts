import type { Divergence } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { RelayBell } from '../ledger/relay-bell';
import { Checks } from './own-check';
import type { OwnCheck } from './own-check';

const SHOWN = 500;
/** Committed, without a number of the feed, and without the row that would bring it one: the other services will never hear of them. */
const UNFED = `ledger_entry e WHERE NOT EXISTS (SELECT 1 FROM feed_number f WHERE f.entryId = e.id)
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entryId = e.id)`;

/** Entries that fell out of the outbox. They are put in again, at the end of the feed. */
@Injectable()
@Checks()
export class UnfedEntries implements OwnCheck {
  constructor(
    private readonly database: DataSource,
    private readonly bell: RelayBell,
  ) {}

  async look(): Promise<Divergence[]> {
    const rows = await this.database.query<{ subject: string; numbers: string }[]>(
      `SELECT e.subject, GROUP_CONCAT(e.number ORDER BY e.number SEPARATOR ', ') AS numbers FROM ${UNFED} GROUP BY e.subject LIMIT ?`,
      [SHOWN],
    );
    return rows.map(({ subject, numbers }) => ({ subject, kind: 'unfed', because: `entries ${numbers}` }));
  }

  async mend({ subject, kind }: Divergence): Promise<void> {
    if (kind !== 'unfed') {
      return;
    }
    await inTransaction(this.database, async (manager) => {
      await manager.query('SELECT lastNumber FROM ledger_head WHERE subject = ? FOR UPDATE', [subject]);
      await manager.query(
        `INSERT INTO outbox (entryId, subject, number, relayed, at) SELECT e.id, e.subject, e.number, 0, e.at FROM ${UNFED} AND e.subject = ?
         ORDER BY e.number`,
        [subject],
      );
    });
    this.bell.ring();
  }
}
