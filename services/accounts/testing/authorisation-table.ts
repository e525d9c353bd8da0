import type { RouteCase } from '@dengke/test-kit';
import type { AuthorisationWorld, What, Who } from './authorisation-world';

type Row = RouteCase<Who, What>;
type Way = Extract<Row, { is: 'names' }>['ways'][number];
const reason = '核对一下';
const zeros = '0'.repeat(64);

/** What each route of accounts may tell whom: docs/rights.md, docs/accounts.md. A route that is not here fails the spec. */
export function accountsTable(world: AuthorisationWorld): Record<string, Row> {
  const { graph, unknownUuid } = world;
  const within = (who: Who, { organisationId }: What) => graph.isWithin(who.organisationId, organisationId);
  const own = (who: Who, { personId }: What) => personId === who.personId;
  const relation = (who: Who, what: What): string =>
    own(who, what) ? 'self' : what.organisationId === '' ? 'other person' : graph.relation(who.organisationId, what.organisationId);
  const named = (targets: readonly What[], unknownId: string, more: Pick<Way, 'url'> & Partial<Way>): Way => ({
    ...{ targets, unknownId, sees: within, relation, ...more },
  });
  const names = (...ways: Way[]): Row => ({ is: 'names', ways });
  const person = (url: (id: string) => string, body: object = { reason }) =>
    named(world.people, 'person-nobody-at-all', { url, body: () => body });
  const personIn = (path: string, body: (id: string, who: Who) => object) =>
    named(world.people, 'person-nobody-at-all', { url: () => path, body });
  const position = (url: (id: string) => string, more: Partial<Way> = {}) => named(world.positions, 'position-of-nobody', { url, ...more });
  const credential = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.credentialApplications, unknownUuid, { url: (id) => `/credential-applications/${id}${tail}`, ...more }));
  const organiser = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.organiserApplications, unknownUuid, { url: (id) => `/organiser-applications/${id}${tail}`, ...more }));
  const nobodys = { sees: () => false };
  const [aUnit] = world.units;
  const renamed = (id: string) => ({
    change: { kind: 'rename', organisationId: id, name: '某处', contactOffice: '某室', contactPhone: '0351-0000000' },
  });
  const under = (id: string, who: Who) => ({
    change: { kind: 'transfer', organisationId: unitBelow(who), to: { credentialParentId: id, noticeParentId: id } },
  });
  const unitBelow = (who: Who): string => world.units.find(({ id }) => graph.isWithin(who.organisationId, id))?.id ?? aUnit?.id ?? '';
  const issuedBy = (who: Who) =>
    who.role === 'superAdmin'
      ? { organisationId: who.organisationId, role: 'manager' }
      : { organisationId: unitBelow(who), role: 'completer' };
  const organisationIn = (path: string, body: (id: string, who: Who) => object) =>
    named(world.organisations, 'org-nowhere-at-all', { url: () => path, body });
  const decided = (body: object) => ({ body: () => body });

  return {
    'GET /health/live': { is: 'public' },
    'GET /health/ready': { is: 'public' },
    'GET /internal/feed': { is: 'house' },
    'GET /internal/metrics': { is: 'house' },
    'GET /internal/rest': { is: 'house' },
    'GET /internal/disposals': { is: 'house' },
    'POST /internal/disposals': { is: 'house' },
    'GET /internal/reconciliation': { is: 'house' },
    'POST /internal/reconciliation': { is: 'house' },
    'POST /internal/workflow-orders': { is: 'house' },
    'GET /internal/put-aside': { is: 'house' },
    'POST /internal/put-aside': { is: 'house' },
    'POST /internal/operations': { is: 'house' },
    'GET /internal/deadlines': { is: 'house', url: '/internal/deadlines?person=nobody' },
    'GET /internal/applications/alike': { is: 'house' },
    'GET /internal/keys': { is: 'house' },
    'POST /internal/token': { is: 'house' },
    'POST /internal/confirm': { is: 'house' },
    'GET /internal/graphs/lint': { is: 'house' },
    'GET /internal/organisations/:id': { is: 'house', url: '/internal/organisations/unit-jinzhou-steel' },
    'GET /internal/first-password-links/:id': { is: 'house', url: `/internal/first-password-links/${unknownUuid}` },
    'GET /internal/people/:id/mobile': { is: 'house', url: '/internal/people/person-sx-industry-1/mobile' },
    'GET /internal/people/:id': { is: 'house', url: '/internal/people/person-sx-industry-1' },
    'GET /graphs/lint': { is: 'gated' },
    'GET /audit': { is: 'gated', url: '/audit?subject=organisation/unit-jinzhou-steel' },

    'GET /organisations': {
      ...{ is: 'own', url: '/organisations?limit=200', ids: idsIn('id') },
      may: (who, id) => ['same node', 'below', 'above'].includes(graph.relation(who.organisationId, id)),
    },
    'GET /organisations/:id': names(named(world.organisations, 'org-nowhere-at-all', { url: (id) => `/organisations/${id}`, reads: true })),
    'GET /units/:id': names(named(world.units, 'unit-nowhere-at-all', { url: (id) => `/units/${id}`, reads: true })),
    'GET /routes': names(
      named(world.units, 'unit-nowhere-at-all', {
        url: (id) => `/routes?unit=${id}&door=organiser`,
        sees: (who, what) => within(who, what) && (who.rights.has('submission.decide') || who.organisationId === what.id),
      }),
    ),
    'GET /organisations/:id/people': names(
      named(world.organisations, 'org-nowhere-at-all', { url: (id) => `/organisations/${id}/people`, reads: true }),
    ),
    'GET /organisations/:id/issuable-roles': names(
      named(world.organisations, 'org-nowhere-at-all', { url: (id) => `/organisations/${id}/issuable-roles`, reads: true }),
    ),
    'GET /people/:id': names(named(world.people, 'person-nobody-at-all', { url: (id) => `/people/${id}`, reads: true })),
    'POST /positions/:id/end': names(position((id) => `/positions/${id}/end`, { sees: within, ...decided({ reason }) })),
    'POST /people/search': names(
      named(world.mobiles, '13300000000', {
        ...{ url: () => '/people/search', body: (mobile) => ({ mobile }), reads: true, silent: true, unknown: 200 },
      }),
    ),
    'POST /people/:id/unmask': names(person((id) => `/people/${id}/unmask`)),
    'POST /people/:id/credential/disable': names(person((id) => `/people/${id}/credential/disable`)),
    'POST /people/:id/credential/enable': names(person((id) => `/people/${id}/credential/enable`)),
    'POST /people/:id/credential/unlock': names(person((id) => `/people/${id}/credential/unlock`)),
    'GET /positions/:id/rights': names(position((id) => `/positions/${id}/rights`)),
    'PUT /positions/:id/rights': names(position((id) => `/positions/${id}/rights`, decided({ rights: [], reason }))),
    'POST /deputies': names(
      personIn('/deputies', (personId, who) => ({ personId, deputyOf: who.positionId, endsOn: '2099-01-01', reason })),
      position(() => '/deputies', {
        body: (deputyOf, who) => ({ personId: who.personId, deputyOf, endsOn: '2099-01-01', reason }),
      }),
    ),
    'POST /deputies/:positionId/end': names(position((id) => `/deputies/${id}/end`, { sees: within, body: () => undefined })),
    'POST /credentials': names(
      organisationIn('/credentials', (organisationId) => ({
        ...{ organisationId, role: 'completer', login: 'matrix-nobody', person: { name: '某甲' } },
      })),
      {
        ...personIn('/credentials', (personId, who) => ({ ...issuedBy(who), personId })),
        targets: world.people.filter((_, at) => at % 6 === 0),
      },
    ),
    'POST /credentials/:personId/first-password': names(person((id) => `/credentials/${id}/first-password`, {})),
    'POST /first-passwords': { is: 'public' },
    'PUT /password': { is: 'own' },
    'POST /credentials/:personId/recovery': names(person((id) => `/credentials/${id}/recovery`)),
    'POST /imports/units': { is: 'own' },
    'POST /imports/people': { is: 'own' },
    'POST /graph-changes/preview': names(
      organisationIn('/graph-changes/preview', renamed),
      organisationIn('/graph-changes/preview', under),
    ),
    'POST /graph-changes': names(organisationIn('/graph-changes', (id) => ({ ...renamed(id), version: zeros, reason }))),

    'GET /second-factor': { is: 'own', ids: peopleIn(world), may: (who, id) => id === who.personId },
    'POST /second-factor/totp': { is: 'own' },
    'POST /second-factor/totp/confirm': { is: 'own' },
    'DELETE /second-factor/totp': { is: 'own' },
    'POST /second-factor/passkeys/options': { is: 'own' },
    'POST /second-factor/passkeys': { is: 'own' },
    'DELETE /second-factor/passkeys/:id': names(
      named(world.passkeys, 'key-of-nobody', { url: (id) => `/second-factor/passkeys/${id}`, sees: own }),
    ),
    'POST /second-factor/recovery-codes': { is: 'own' },
    'POST /second-factor/resets': names(personIn('/second-factor/resets', (personId) => ({ personId }))),

    'POST /sessions': { is: 'public' },
    'POST /sessions/current/passkey-options': { is: 'own' },
    'POST /sessions/current/second-factor': { is: 'own' },
    'POST /sessions/current/position': names(
      position(() => '/sessions/current/position', { body: (positionId) => ({ positionId }), sees: own }),
    ),
    'GET /me': { is: 'own', ids: peopleIn(world), may: (who, id) => id === who.personId },
    'GET /sessions': {
      ...{ is: 'own', ids: idsIn('id') },
      may: (who, id) => world.sessions.some((session) => session.id === id && session.personId === who.personId),
    },
    'DELETE /sessions/current': { is: 'own' },
    'DELETE /sessions/others': { is: 'own' },
    'DELETE /sessions/:id': names(
      named(world.sessions.slice(0, 8), zeros, { url: (id) => `/sessions/${id}`, sees: own, silent: true, unknown: 204 }),
    ),

    'POST /credential-applications': { is: 'public' },
    'GET /credential-applications/:id/standing': credential('/standing', nobodys),
    'POST /credential-applications/:id/withdraw': credential('/withdraw', { ...nobodys, ...decided({}) }),
    'GET /credential-applications': {
      ...{ is: 'own', ids: idsIn('id') },
      may: (who, id) => world.credentialApplications.some((asked) => asked.id === id && within(who, asked)),
    },
    'GET /credential-applications/:id': credential('', { reads: true }),
    'POST /credential-applications/:id/issue': credential('/issue', decided({ login: 'matrix-nobody' })),
    'POST /credential-applications/:id/unmask': credential('/unmask', decided({ reason })),
    'POST /credential-applications/:id/refuse': credential('/refuse', decided({ reason })),
    'POST /credential-applications/:id/redirect': credential('/redirect', decided({ reason, toOrganisationId: 'org-sx-industry' })),
    'POST /credential-applications/:id/limit': credential('/limit', decided({ limitId: 'limit-new-credential', reason })),
    'POST /organiser-applications': { is: 'public' },
    'GET /organiser-applications/:id/standing': organiser('/standing', nobodys),
    'POST /organiser-applications/:id/withdraw': organiser('/withdraw', { ...nobodys, ...decided({}) }),
    'GET /organiser-applications': {
      ...{ is: 'own', ids: idsIn('id') },
      may: (who, id) => world.organiserApplications.some((asked) => asked.id === id && within(who, asked)),
    },
    'GET /organiser-applications/:id': organiser('', { reads: true }),
    'GET /organiser-applications/:id/scans/:scan': organiser('/scans/seal', { reads: true }),
    'POST /organiser-applications/:id/open': organiser('/open', decided({})),
    'POST /organiser-applications/:id/approve': organiser(
      '/approve',
      decided({ login: 'matrix-nobody', superAdmin: 'head', areaCode: '1407', contactPhone: '0354-0000000' }),
    ),
    'POST /organiser-applications/:id/unmask': organiser('/unmask', decided({ reason })),
    'POST /organiser-applications/:id/limit': organiser('/limit', decided({ limitId: 'limit-new-organiser', reason })),
    'POST /organiser-applications/:id/refuse': organiser('/refuse', decided({ reason })),
  };
}

const idsIn =
  (field: string) =>
  (body: unknown): string[] => {
    const rows = Array.isArray(body) ? body : ((body as { items?: unknown[] }).items ?? []);
    return rows.map((row) => String((row as Record<string, unknown>)[field]));
  };

/** Every person whose id the answer tells. */
const peopleIn =
  ({ people }: AuthorisationWorld) =>
  (body: unknown): string[] => {
    const text = JSON.stringify(body);
    return people.map(({ id }) => id).filter((id) => text.includes(`"${id}"`));
  };
