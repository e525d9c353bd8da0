import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { FeedEntry, FeedPage } from '@dengke/contract';
import { alone } from '../database/named-lock';
import { ENTRY_COLUMNS, entryOf } from '../ledger/ledger-rows';
import type { EntryRow } from '../ledger/ledger-rows';

export const FEED_BATCH = 1_000;
export const FEED_LIMIT = 500;

/**
 * Gives feed numbers to committed entries that have none, in the order of their ids, one numberer at a time. An entry that commits late is numbered
 * late, so a cursor never steps over it.
 * @returns how many were numbered; 0 also when another process is at it
 */
export async function numberEntries(database: DataSource): Promise<number> {
  const waiting = await database.query<unknown[]>('SELECT id FROM outbox WHERE numbered = 0 LIMIT 1');
  if (waiting.length === 0) {
    return 0;
  }
  const runner = database.createQueryRunner();
  try {
    return (await alone(runner, 'feed', () => numberBatch(runner))) ?? 0;
  } finally {
    await runner.release();
  }
}

async function numberBatch(runner: QueryRunner): Promise<number> {
  await runner.startTransaction();
  try {
    const rows = await runner.manager.query<UnnumberedRow[]>(
      'SELECT id, entryId, relayed FROM outbox WHERE numbered = 0 ORDER BY entryId LIMIT ?',
      [FEED_BATCH],
    );
    if (rows.length > 0) {
      await giveNumbers(runner.manager, rows);
    }
    await runner.commitTransaction();
    return rows.length;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

interface UnnumberedRow {
  id: number;
  entryId: number;
  relayed: number;
}

async function giveNumbers(manager: EntityManager, rows: UnnumberedRow[]): Promise<void> {
  const head = await feedHead(manager);
  await manager.query('INSERT INTO feed_number (feedNumber, entryId) VALUES ?', [rows.map(({ entryId }, i) => [head + 1 + i, entryId])]);
  const idsOf = (relayed: number) => rows.filter((row) => row.relayed === relayed).map(({ id }) => id);
  const [toSend, done] = [idsOf(1), idsOf(0)];
  if (toSend.length > 0) {
    await manager.query('UPDATE outbox SET numbered = 1 WHERE id IN (?)', [toSend]);
  }
  if (done.length > 0) {
    await manager.query('DELETE FROM outbox WHERE id IN (?)', [done]);
  }
}

/** One page of the service's feed after a cursor, without texts. */
export async function feedPage(database: DataSource, after: number, limit = FEED_LIMIT): Promise<FeedPage> {
  const rows = await database.query<(EntryRow & { feedNumber: number })[]>(
    `SELECT f.feedNumber, ${ENTRY_COLUMNS} FROM feed_number f JOIN ledger_entry e ON e.id = f.entryId
     WHERE f.feedNumber > ? ORDER BY f.feedNumber LIMIT ?`,
    [after, limit],
  );
  const last = rows.length < limit ? rows.at(-1)?.feedNumber : undefined;
  return { entries: rows.map(feedEntryOf), head: last ?? (await feedHead(database)) };
}

/** The driver gives what an expression makes of a bigint as text; a number grows by one, a text by a digit. */
export async function feedHead(database: Pick<DataSource, 'query'> | EntityManager): Promise<number> {
  const [row] = await database.query<{ head: string | number | null }[]>('SELECT MAX(feedNumber) AS head FROM feed_number');
  return Number(row?.head ?? 0);
}

function feedEntryOf(row: EntryRow & { feedNumber: number }): FeedEntry {
  const { subject, number, kind, at, by, organisationId, detail } = entryOf(row);
  return { feedNumber: row.feedNumber, subject, number, kind, at, by, organisationId, detail };
}
