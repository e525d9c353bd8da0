import { DataSource } from 'typeorm';
import { aDatabase } from '@dengke/test-kit';
import { databaseOptions } from '../database/database-options';
import { inTransaction } from '../database/transaction';
import { Ledger } from '../ledger/ledger';
import type { NewEntry } from '../ledger/ledger';
import { addTraceToOutbox, createLedgerTables } from '../ledger/ledger-tables';
import { RelayBell } from '../ledger/relay-bell';

export const at = '2023-08-25T08:00:00.000Z';

/** A schema with the ledger's tables, for the kit's own specs. */
export async function aLedgerHouse(prefix: string) {
  const database = await aDatabase(prefix);
  const source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
  const runner = source.createQueryRunner();
  await createLedgerTables(runner);
  await addTraceToOutbox(runner);
  await runner.release();
  const bell = new RelayBell();
  const ledger = new Ledger(source, bell);
  let acts = 0;
  const entry = (more: Partial<NewEntry> = {}): NewEntry => {
    acts += 1;
    return {
      kind: 'released',
      actId: `p1:act-${acts}`,
      at,
      by: 'p1',
      organisationId: 'o1',
      detail: { stage: 'unit' },
      relay: true,
      ...more,
    };
  };
  return {
    source,
    database,
    ledger,
    bell,
    entry,
    /** One act: a transaction with one entry. */
    act: (subject: string, more: Partial<NewEntry> = {}) =>
      inTransaction(source, (manager) => ledger.record(manager, subject, entry(more))),
    clear: async () => {
      for (const table of ['ledger_head', 'ledger_entry', 'ledger_text', 'outbox', 'feed_number', 'feed_cursor', 'dead_letter']) {
        await source.query(`TRUNCATE TABLE ${table}`);
      }
    },
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}
export type LedgerHouse = Awaited<ReturnType<typeof aLedgerHouse>>;
