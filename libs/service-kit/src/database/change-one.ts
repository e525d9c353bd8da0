import type { EntityManager, UpdateQueryBuilder } from 'typeorm';
import { DomainError } from '../http/domain-error';

/**
 * Compare-and-set: runs an UPDATE or DELETE that must hit exactly one row.
 * `changeOne(manager, 'UPDATE submission SET state = ?, version = version + 1 WHERE id = ? AND version = ?', [...])`
 * @throws DomainError VERSION_CONFLICT when the row was changed meanwhile
 */
export async function changeOne(manager: EntityManager, sql: string, parameters: unknown[]): Promise<void>;
export async function changeOne(query: Pick<UpdateQueryBuilder<never>, 'execute'>): Promise<void>;
export async function changeOne(
  target: EntityManager | Pick<UpdateQueryBuilder<never>, 'execute'>,
  sql?: string,
  parameters?: unknown[],
): Promise<void> {
  const affected =
    'execute' in target
      ? (await target.execute()).affected
      : (await target.query<{ affectedRows: number }>(sql ?? '', parameters)).affectedRows;
  if (affected !== 1) {
    throw new DomainError('VERSION_CONFLICT');
  }
}
