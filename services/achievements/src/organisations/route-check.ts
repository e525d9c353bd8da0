import type { RouteLeg } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';

/**
 * Whether all desks of a route that accounts has just told are still there, until the transaction ends: a submission enters before its desk
 * closes, and is taken over with the others, or not at all.
 * @throws DomainError GRAPH_CHANGED
 */
export async function refuseClosed(manager: EntityManager, legs: readonly RouteLeg[]): Promise<void> {
  const ids = legs.map(({ organisationId }) => organisationId);
  const rows = await manager.query<{ closed: number }[]>('SELECT closed FROM organisation WHERE id IN (?) LOCK IN SHARE MODE', [ids]);
  if (rows.some(({ closed }) => closed === 1)) {
    throw new DomainError('GRAPH_CHANGED');
  }
}
