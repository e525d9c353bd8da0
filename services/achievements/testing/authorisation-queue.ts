import type { Row } from './authorisation-rows';
import { rowsOf } from './authorisation-rows';
import type { AuthorisationWorld } from './authorisation-world';

/** What waits at whose desk. In this world nothing has been released: each waits for its own unit. */
export function queueTable(world: AuthorisationWorld): Record<string, Row> {
  const { idsIn } = rowsOf(world);
  return {
    'GET /submissions/queue': {
      ...{ is: 'own', url: '/submissions/queue?limit=200', ids: idsIn('serial') },
      may: ({ organisationId }, serial) =>
        [...world.submissions, ...world.registered].some(({ id, unitId }) => id === serial && unitId === organisationId),
    },
    'GET /submissions/queue/counts': { is: 'gated' },
  };
}
