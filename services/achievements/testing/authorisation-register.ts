import { isNamed, reason, rowsOf } from './authorisation-rows';
import type { Row } from './authorisation-rows';
import { graph } from './authorisation-world';
import type { AuthorisationWorld } from './authorisation-world';

/** What the routes of the register and of its figures may tell whom. */
export function registerTable(world: AuthorisationWorld): Record<string, Row> {
  const { named, names, silently } = rowsOf(world);
  return {
    // `industry` is the name of a cut too, which would be taken for the id.
    'GET /statistics': names(
      named(
        world.organisations.filter(({ id }) => id !== 'industry'),
        'org-nowhere-at-all',
        {
          ...{ url: (id) => `/statistics?organisation=${id}`, reads: true, ...silently },
          sees: ({ organisationId }, { id }) => organisationId === id || graph.isWithin(organisationId, id),
        },
      ),
    ),
    'GET /statistics/passage': { is: 'own', url: '/statistics/passage' },
    'GET /statistics/file': { is: 'own', url: '/statistics/file' },
    'POST /register/imports': { is: 'gated' },
    'POST /register/imported/:number/corrections': { is: 'gated', url: '/register/imported/9992022Y0001/corrections' },
    'GET /register/imported/:number/corrections': { is: 'gated', url: '/register/imported/9992022Y0001/corrections' },
    'GET /register/imported/corrections/:serial/document': names(
      named([], 'I-000001', { url: (serial) => `/register/imported/corrections/${serial}/document`, reads: true }),
    ),
    'GET /register': { is: 'public' },
    'GET /register/facets': { is: 'public' },
    'GET /register/announcements': { is: 'public' },
    'GET /register/:number': { is: 'public' },
    'GET /certificates/keys': { is: 'public' },
    'GET /certificates/:number/verification': { is: 'public' },
    'GET /publicity': { is: 'public' },
    'GET /publicity/:serial': { is: 'public' },
    'POST /publicity/:serial/objections': { is: 'public' },
  };
}

/** Whom a form names sees his own entry of it, though he is no party to the submission. */
export function entriesTable(world: AuthorisationWorld): Record<string, Row> {
  const { entry, idsIn } = rowsOf(world);
  const submitted = [...world.submissions, ...world.registered];
  return {
    'GET /entries': {
      is: 'own',
      ids: idsIn('serial'),
      may: (who, serial) => submitted.some((what) => what.id === serial && isNamed(who, what)),
    },
    'GET /entries/:serial': entry('', { reads: true }),
    'POST /entries/:serial/confirm': entry('/confirm', { body: () => ({ entry: 'unit/unit-college' }) }),
    'POST /entries/:serial/dispute': entry('/dispute', { body: () => ({ entry: 'unit/unit-college', reason }) }),
    'POST /entries/:serial/identify': entry('/identify', { body: () => ({ entry: 'completer/0', personId: 'unit-college-completer' }) }),
  };
}
