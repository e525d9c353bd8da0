import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import type { TimelineEntry } from './hash-chain';
import { ENTRY_COLUMNS, timelineEntryOf } from './ledger-rows';
import type { TimelineRow } from './ledger-rows';

/** An entry as it is exported; `feedNumber` is null for the few that were not numbered yet. */
export interface ExportedEntry extends TimelineEntry {
  feedNumber: number | null;
}

/** One line of an export: what it is of, then every entry in the order of the feed, the heads of all subjects, and how much that was. */
export type ExportLine =
  | { ledger: { service: string; exportedAt: Instant } }
  | { entry: ExportedEntry }
  | { head: { subject: string; number: number; hash: string } }
  | { end: { entries: number; subjects: number } };

const PAGE = 2_000;

/** The whole ledger of a service as it is at one instant, page by page. It holds what the ledger holds, erasable words included. */
export async function* exportLedger(database: DataSource, service: string, exportedAt: Instant): AsyncGenerator<ExportLine> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const { manager } = runner;
    yield { ledger: { service, exportedAt } };
    const end = { entries: 0, subjects: 0 };
    for await (const entry of entriesOf(manager)) {
      end.entries += 1;
      yield { entry };
    }
    for await (const head of headsOf(manager)) {
      end.subjects += 1;
      yield { head };
    }
    yield { end };
  } finally {
    await runner.query('ROLLBACK');
    await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await runner.release();
  }
}

type Row = TimelineRow & { feedNumber: number | null };

async function* entriesOf(manager: EntityManager): AsyncGenerator<ExportedEntry> {
  const numbered = (after: number) =>
    manager.query<Row[]>(
      `SELECT f.feedNumber, ${ENTRY_COLUMNS}, t.text, t.salt FROM feed_number f JOIN ledger_entry e ON e.id = f.entryId
       LEFT JOIN ledger_text t ON t.entryId = e.id WHERE f.feedNumber > ? ORDER BY f.feedNumber LIMIT ?`,
      [after, PAGE],
    );
  yield* pages(numbered, 0, ({ feedNumber }) => feedNumber ?? 0, exportedOf);
  const unnumbered = (after: number) =>
    manager.query<Row[]>(
      `SELECT NULL AS feedNumber, ${ENTRY_COLUMNS}, t.text, t.salt FROM ledger_entry e LEFT JOIN feed_number f ON f.entryId = e.id
       LEFT JOIN ledger_text t ON t.entryId = e.id WHERE e.id > ? AND f.entryId IS NULL ORDER BY e.id LIMIT ?`,
      [after, PAGE],
    );
  yield* pages(unnumbered, 0, ({ id }) => id, exportedOf);
}

async function* headsOf(manager: EntityManager): AsyncGenerator<{ subject: string; number: number; hash: string }> {
  const after = (subject: string) =>
    manager.query<{ subject: string; number: number; hash: string }[]>(
      'SELECT subject, lastNumber AS number, lastHash AS hash FROM ledger_head WHERE subject > ? ORDER BY subject LIMIT ?',
      [subject, PAGE],
    );
  yield* pages(
    after,
    '',
    ({ subject }) => subject,
    (head) => head,
  );
}

async function* pages<R, K, T>(read: (after: K) => Promise<R[]>, first: K, keyOf: (row: R) => K, shape: (row: R) => T): AsyncGenerator<T> {
  let after = first;
  for (;;) {
    const rows = await read(after);
    for (const row of rows) {
      yield shape(row);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) {
      return;
    }
    after = keyOf(last);
  }
}

function exportedOf(row: Row): ExportedEntry {
  return { feedNumber: row.feedNumber, ...timelineEntryOf(row) };
}
