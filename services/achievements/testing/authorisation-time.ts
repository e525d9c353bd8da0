import { reason, rowsOf, unknownSerial } from './authorisation-rows';
import type { Row } from './authorisation-rows';
import { windowOfSeed } from './authorisation-world';
import type { AuthorisationWorld } from './authorisation-world';

/** What the routes that move deadlines and windows may tell whom. */
export function timeTable(world: AuthorisationWorld): Record<string, Row> {
  const { named, names, silently, submission } = rowsOf(world);
  return {
    'GET /calendar': { is: 'own', url: '/calendar?year=2026' },
    'POST /calendar/previews': { is: 'gated' },
    'POST /calendar/editions': { is: 'gated' },
    'GET /limits': { is: 'own' },
    'POST /limits/preview': { is: 'gated' },
    'POST /limits': { is: 'gated' },
    'GET /limits/:id/moves': { is: 'gated', url: '/limits/limit-unit/moves' },
    'POST /limits/:id/moves': names(
      named(world.submissions, unknownSerial, {
        ...{ url: () => '/limits/limit-unit/moves', body: (serial) => ({ serials: [serial], reason }), ...silently },
      }),
    ),
    'POST /windows/:id/reschedule/preview': { is: 'gated', url: `/windows/${windowOfSeed}/reschedule/preview` },
    'POST /windows/:id/reschedule': { is: 'gated', url: `/windows/${windowOfSeed}/reschedule` },
    'POST /windows/:id/extend/preview': { is: 'gated', url: `/windows/${windowOfSeed}/extend/preview` },
    'POST /windows/:id/extend': { is: 'gated', url: `/windows/${windowOfSeed}/extend` },
    'POST /internal/windows/:id/what-if': { is: 'house', url: `/internal/windows/${windowOfSeed}/what-if` },
    'GET /submissions/:serial/deadlines/:id/explanation': submission('/deadlines/of-nobody/explanation', { sees: () => false }),
    'POST /windows/:id/what-if': { is: 'gated', url: `/windows/${windowOfSeed}/what-if` },
    'POST /windows/:id/close-now/preview': { is: 'gated', url: `/windows/${windowOfSeed}/close-now/preview` },
    'POST /windows/:id/close-now': { is: 'gated', url: `/windows/${windowOfSeed}/close-now` },
  };
}
