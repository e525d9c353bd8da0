import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { toDatabase } from '../database/instants';
import { inTransaction } from '../database/transaction';
import { readTogether, Writes } from '../database/writes';
import type { Rows, Statement } from '../database/writes';
import { DomainError } from '../http/domain-error';
import { canonical, sm3 } from './hash-chain';
import { json } from './ledger-rows';
import type { JsonColumn } from './ledger-rows';

export interface ActKeyed {
  personId: string;
  /** The Idempotency-Key. */
  key: string;
  /** All that makes the request what it is: `{ act: 'return', serial, ...dto }`. Only its digest is kept. */
  body: unknown;
  at: Instant;
}

/**
 * Runs an act once for its person and key: repeated, it gives the first answer; rivals with the same key wait for the first.
 * A refusal rolls the caller's transaction back and so stores nothing. What `fn` gives to `writes` is written with its answer.
 * @param reads what the act will look at, read in the receipt's own round trip; `fn` is given the rows of each
 * @throws DomainError IDEMPOTENCY_KEY_REUSED with another body
 */
export async function once<T>(
  manager: EntityManager,
  act: ActKeyed,
  fn: (writes: Writes, rows: Rows[]) => Promise<T>,
  reads: readonly Statement[] = [],
): Promise<T> {
  const bodyDigest = sm3(canonical(act.body));
  const take: Statement = [
    `INSERT INTO act_receipt (personId, idempotencyKey, bodyDigest, at) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE personId = personId RETURNING bodyDigest, answer`,
    [act.personId, act.key, bodyDigest, toDatabase(act.at)],
  ];
  const [receipts = [], ...rows] = await readTogether(manager, [take, ...reads]);
  const [receipt] = receipts as unknown as { bodyDigest: string; answer: JsonColumn }[];
  if (receipt?.bodyDigest !== bodyDigest) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  }
  if (receipt.answer !== null) {
    return json(receipt.answer)?.['answer'] as T;
  }
  const writes = new Writes(manager);
  const answer = await fn(writes, rows);
  writes.add([
    'UPDATE act_receipt SET answer = ? WHERE personId = ? AND idempotencyKey = ?',
    [JSON.stringify({ answer }), act.personId, act.key],
  ]);
  await writes.flush();
  return answer;
}

/** An act in a transaction of its own, and whether this is its first answer: for what is shown once and kept nowhere (P8). */
export async function firstAnswer<T>(
  database: DataSource,
  act: ActKeyed,
  fn: (manager: EntityManager) => Promise<T>,
): Promise<{ answer: T; isFirst: boolean }> {
  let isFirst = false;
  const answer = await inTransaction(database, (manager) => {
    isFirst = false;
    return once(manager, act, () => {
      isFirst = true;
      return fn(manager);
    });
  });
  return { answer, isFirst };
}
