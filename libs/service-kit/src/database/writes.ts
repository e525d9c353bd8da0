import type { EntityManager } from 'typeorm';
import { DomainError } from '../http/domain-error';
import { driverFault } from './database-faults';

/** SQL with `?` and what stands for them. */
export type Statement = readonly [sql: string, parameters?: readonly unknown[]];

/** What one statement gave. */
export type Rows = Record<string, unknown>[];

const SIGNALLED = 1644;
const STALE = 'changed meanwhile';
const MUST_HIT_ONE = `IF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${STALE}'; END IF`;

/**
 * The writes of one act, in their order, sent to MariaDB in one round trip: an act's time is its round trips (docs/benchmarks.md).
 * Nothing is written before `flush`, so what an act reads is as it was when the act began.
 */
export class Writes {
  private readonly statements: string[] = [];
  private readonly parameters: unknown[] = [];

  /** @param manager of the act's transaction */
  constructor(readonly manager: EntityManager) {}

  add([sql, parameters = []]: Statement): this {
    this.statements.push(sql);
    this.parameters.push(...parameters);
    return this;
  }

  /** Compare-and-set: an UPDATE or DELETE that must hit exactly one row. */
  changeOne(statement: Statement): this {
    return this.add(statement).add([MUST_HIT_ONE]);
  }

  /** @throws DomainError VERSION_CONFLICT when a row of `changeOne` was changed meanwhile */
  async flush(): Promise<void> {
    const statements = this.statements.splice(0);
    const parameters = this.parameters.splice(0);
    if (statements.length > 0) {
      await this.manager.query(together(statements), parameters).catch(stale);
    }
  }
}

/** Several reads, or an insert and reads, in one round trip. @returns the rows of each statement that gives rows */
export async function readTogether(manager: EntityManager, statements: readonly Statement[]): Promise<Rows[]> {
  const sql = together(statements.map(([text]) => text));
  const answers = await manager.query<unknown[]>(
    sql,
    statements.flatMap(([, parameters = []]) => parameters),
  );
  return answers.filter(Array.isArray) as Rows[];
}

const together = (statements: readonly string[]): string => `BEGIN NOT ATOMIC\n${statements.join(';\n')};\nEND`;

function stale(error: unknown): never {
  const fault = driverFault(error);
  throw fault?.errno === SIGNALLED && fault.message?.includes(STALE) ? new DomainError('VERSION_CONFLICT') : error;
}
