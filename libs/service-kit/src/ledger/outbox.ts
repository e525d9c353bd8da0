import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction';
import type { LedgerEntry } from './hash-chain';
import { ENTRY_COLUMNS, entryOf } from './ledger-rows';
import type { EntryRow } from './ledger-rows';

/** One subject's waiting facts, in order. */
export interface Parcel {
  subject: string;
  entries: LedgerEntry[];
  outboxIds: number[];
  /** Of which trace its last fact is a part (`traceparent`). */
  trace: string | null;
}

/**
 * Takes the oldest waiting facts, lets `send` deliver them, and removes what it delivered, all under row locks that other relays skip and acts
 * never meet. When the process dies in between, the facts wait again and are sent a second time, which workflows allow for.
 * @param except subjects that are not to be tried now
 * @param send gives the parcels that arrived
 */
export function dispatch(
  database: DataSource,
  batch: number,
  except: readonly string[],
  send: (parcels: Parcel[]) => Promise<Parcel[]>,
): Promise<{ taken: number; sent: number }> {
  return inTransaction(database, async (manager) => {
    const rows = await take(manager, batch, except);
    if (rows.length === 0) {
      return { taken: 0, sent: 0 };
    }
    const delivered = await send(await parcels(manager, rows));
    const ids = delivered.flatMap(({ outboxIds }) => outboxIds);
    if (ids.length > 0) {
      await manager.query('DELETE FROM outbox WHERE id IN (?)', [ids]);
    }
    return { taken: rows.length, sent: ids.length };
  });
}

interface OutboxRow {
  id: number;
  entryId: number;
  subject: string;
  trace: string | null;
}

function take(manager: EntityManager, batch: number, except: readonly string[]): Promise<OutboxRow[]> {
  const others = except.length === 0 ? '' : 'AND subject NOT IN (?)';
  return manager.query<OutboxRow[]>(
    `SELECT id, entryId, subject, trace FROM outbox WHERE numbered = 1 ${others} ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED`,
    except.length === 0 ? [batch] : [except, batch],
  );
}

async function parcels(manager: EntityManager, rows: OutboxRow[]): Promise<Parcel[]> {
  const entries = await manager.query<EntryRow[]>(
    `SELECT ${ENTRY_COLUMNS} FROM ledger_entry e WHERE e.id IN (?) ORDER BY e.subject, e.number`,
    [rows.map(({ entryId }) => entryId)],
  );
  const bySubject = new Map<string, Parcel>();
  for (const { subject, id, trace } of rows) {
    const parcel: Parcel = bySubject.get(subject) ?? { subject, entries: [], outboxIds: [], trace };
    parcel.outboxIds.push(id);
    parcel.trace = trace;
    bySubject.set(subject, parcel);
  }
  entries.forEach((row) => bySubject.get(row.subject)?.entries.push(entryOf(row)));
  return [...bySubject.values()];
}
