import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolConnection } from 'mysql2';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '../http/domain-error';
import { isRetryable } from './database-faults';

const ATTEMPTS = 6;
const followUps = new WeakMap<QueryRunner, (() => void)[]>();
const underWay = new AsyncLocalStorage<EntityManager>();

/**
 * One READ COMMITTED transaction. A deadlock, lock wait or snapshot conflict repeats the whole of `fn`, so it must do nothing but
 * database work; what should follow the commit goes through `afterCommit`.
 * @throws DomainError BUSY when it still conflicts after six attempts
 */
export async function inTransaction<T>(database: DataSource, fn: (manager: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, fn);
    } catch (error) {
      if (!isRetryable(error)) {
        throw error;
      }
      if (attempt === ATTEMPTS) {
        throw new DomainError('BUSY');
      }
      // A pause is no secret.
      // nosemgrep: guessable-random
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Runs `fn` once the transaction of `manager` has committed; not at all when it is rolled back. */
export function afterCommit(manager: EntityManager, fn: () => void): void {
  const list = manager.queryRunner && followUps.get(manager.queryRunner);
  if (!list) {
    throw new Error('afterCommit outside of inTransaction');
  }
  list.push(fn);
}

/**
 * The transaction of this database within which this is called, or else the pool. Whoever holds a connection and takes a second one may wait for those who do the same,
 * until the pool has none left: what acts read on their way reads through this.
 */
export const managerOf = (database: DataSource): EntityManager => {
  const manager = transactionUnderWay();
  return manager?.dataSource === database ? manager : database.manager;
};

/** Transactions of their own beside the one under way: only for what never comes to it as many at once as there are connections. */
export const apart = <T>(fn: () => T): T => underWay.exit(fn);

/** What a transaction has set going, such as a timer, outlives it. */
export function transactionUnderWay(): EntityManager | undefined {
  const manager = underWay.getStore();
  return manager?.queryRunner?.isTransactionActive === true ? manager : undefined;
}

async function once<T>(database: DataSource, fn: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  const list: (() => void)[] = [];
  followUps.set(runner, list);
  try {
    await runner.startTransaction();
    const result = await underWay.run(runner.manager, () => fn(runner.manager));
    await runner.commitTransaction();
    list.forEach((followUp) => followUp());
    return result;
  } catch (error) {
    await rollback(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * The fault that led here is the one to report. A connection that cannot even roll back is dropped: back in the pool, its next
 * START TRANSACTION would commit what is left.
 */
async function rollback(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) {
    return;
  }
  try {
    await runner.rollbackTransaction();
  } catch {
    const connection = (await runner.connect()) as PoolConnection;
    connection.destroy();
  }
}
