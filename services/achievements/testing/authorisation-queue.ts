import type { Row } from './authorisation-rows';
import { isParty, rowsOf } from './authorisation-rows';
import type { AuthorisationWorld } from './authorisation-world';

/** What waits at whose desk, and what whose desk has decided. In this world nothing has been released: each waits for its own unit. */
export function queueTable(world: AuthorisationWorld): Record<string, Row> {
  const { idsIn } = rowsOf(world);
  return {
    'GET /submissions/queue': {
      ...{ is: 'own', url: '/submissions/queue?limit=200', ids: idsIn('serial') },
      may: ({ organisationId }, serial) =>
        [...world.submissions, ...world.registered].some(({ id, unitId }) => id === serial && unitId === organisationId),
    },
    'GET /submissions/queue/counts': { is: 'gated' },
    'GET /submissions/decided': {
      ...{ is: 'own', url: '/submissions/decided?limit=200', ids: idsIn('serial') },
      may: (who, serial) => world.registered.some((one) => one.id === serial && isParty(who, one)),
    },
  };
}
