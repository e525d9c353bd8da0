import { randomUUID } from 'node:crypto';
import { routesOf } from '@dengke/service-kit';
import { aCaller, AuthorisationMatrix, reportAuthorisation, rightsByHand, runMatrix } from '@dengke/test-kit';
import type { MatrixCaller, MatrixTarget, RouteCase } from '@dengke/test-kit';
import type { OrganisationKind, Role } from '@dengke/contract';
import { IsNull } from 'typeorm';
import { aHouse } from '../testing/a-house';
import type { House } from '../testing/a-house';
import { noticeRoutes, withLetters } from '../testing/notice-routes';
import type { MatrixLetter } from '../testing/notice-routes';
import { Message } from './inbox/message.entity';

interface What extends MatrixTarget {
  recipientId: string;
}
type Target = What | MatrixLetter;
type Row = RouteCase<MatrixCaller, Target>;

/** Everybody of a branch, and somebody of another. */
const people: readonly (readonly [OrganisationKind, Role])[] = [
  ...(['superAdmin', 'manager'] as const).flatMap((role) =>
    (['ministry', 'department', 'organiser'] as const).map((kind) => [kind, role] as const),
  ),
  ...(['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).map((role) => ['department', role] as const),
  ...([
    ['municipal', 'manager'],
    ['county', 'liaison'],
    ['unit', 'unitAdmin'],
    ['unit', 'completer'],
  ] as const),
];
const nameOf = ([kind, role]: readonly [string, string], branch: string): string => `${branch}-${kind}-${role}`;
const everybody = ['here', 'elsewhere'].flatMap((branch) => people.map((place) => ({ place, name: nameOf(place, branch) })));

describe('every route of notifications, for everybody, over everybody’s messages', () => {
  let house: House;
  let messages: What[];
  let letters: MatrixLetter[];

  beforeAll(async () => {
    house = await aHouse();
    letters = await withLetters(house.database, ['here', 'elsewhere']);
    messages = everybody.map(({ name }) => ({ id: randomUUID(), recipientId: name, kept: [`给${name}的消息`] }));
    const common = { kind: 'submission.return', at: '2023-08-14T02:00:00.000Z', about: { serial: '2023-000001' }, readAt: null };
    await house.database.manager.insert(
      Message,
      messages.map(({ id, recipientId }) => ({ id, recipientId, eventKey: `matrix-${id}`, subject: `给${recipientId}的消息`, ...common })),
    );
  });
  afterAll(() => house.close());

  const callers = (): MatrixCaller[] => [
    ...everybody.map(({ place: [organisationKind, role], name }) => ({
      ...{ name, rights: rightsByHand(organisationKind, role) },
      headers: async () => ({}),
    })),
    { name: 'anonymous', state: 'anonymous', out: 'anonymous', rights: new Set(), headers: async () => ({}) },
  ];
  const table = (): Record<string, Row> => ({
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
    'GET /internal/reminders': { is: 'house' },
    'GET /internal/messages/count': { is: 'house' },
    'GET /internal/mails/dead': { is: 'house' },
    'GET /internal/messages/of/:serial': { is: 'house', url: '/internal/messages/of/2023-999999' },
    'GET /internal/sms': { is: 'house' },
    'GET /inbox': {
      ...{ is: 'own', url: '/inbox?limit=100', ids: (body) => (body as { items: { id: string }[] }).items.map(({ id }) => id) },
      may: ({ name }, id) => messages.some((message) => message.id === id && message.recipientId === name),
    },
    'GET /inbox/count': { is: 'own' },
    ...(noticeRoutes(letters) as Record<string, Row>),
    'GET /inbox/stream': { is: 'own', url: '/inbox/stream' },
    'GET /calendar-feed': { is: 'own' },
    'PUT /calendar-feed': { is: 'own' },
    'DELETE /calendar-feed': { is: 'own' },
    'GET /calendar-feed/:file': { is: 'public' },
    'GET /channels': { is: 'own' },
    'PUT /channels': { is: 'own' },
    'POST /channels/mail/confirm': { is: 'own' },
    'POST /channels/unsubscribe/:token': { is: 'public' },
    'POST /inbox/:id/read': {
      is: 'names',
      ways: [
        {
          ...{ targets: messages, unknownId: randomUUID(), url: (id) => `/inbox/${id}/read`, body: () => ({}) },
          sees: ({ name }, target) => (target as What).recipientId === name,
          relation: ({ name }, target) => {
            const { recipientId } = target as What;
            return recipientId === name ? 'self' : recipientId.split('-')[0] === name.split('-')[0] ? 'colleague' : 'other branch';
          },
        },
      ],
    },
  });
  const send = async (caller: MatrixCaller, method: string, path: string, body?: object) => {
    const { place } = everybody.find(({ name }) => name === caller.name) ?? {};
    const [organisationKind, role] = place ?? [];
    const as =
      caller.out || organisationKind === undefined || role === undefined
        ? house.http.anonymous
        : house.http.as(aCaller({ organisationKind, role, organisationId: caller.name.split('-').slice(0, 2).join('-') }, caller.name));
    const url = path.startsWith('/internal') ? path : `/api/v1${path}`;
    if (path === '/inbox/stream' && as !== house.http.anonymous) {
      return streamHead(url, caller.name, organisationKind, role);
    }
    return method === 'GET'
      ? as.get<unknown>(url)
      : method === 'PUT'
        ? as.put<unknown>(url, body)
        : method === 'DELETE'
          ? as.delete<unknown>(url)
          : as.post<unknown>(url, body, { key: randomUUID() });
  };
  /** A stream that is let in does not end by itself. */
  const streamHead = async (url: string, name: string, organisationKind?: OrganisationKind, role?: Role) => {
    const token = await house.tokens.tokenFor(aCaller({ ...(organisationKind && { organisationKind }), ...(role && { role }) }, name));
    const headers = { authorization: `Bearer ${token}` };
    const answer = await house.app.inject({ method: 'GET', url, headers, payloadAsStream: true });
    answer.stream().destroy();
    return { status: answer.statusCode, body: {} };
  };

  it('shows everybody their own messages and hides all others as if there were none', async () => {
    const matrix = new AuthorisationMatrix();
    await runMatrix({ matrix, routes: routesOf(house.app), table: table(), callers: callers(), send });

    expect(matrix.leaks.slice(0, 20)).toEqual([]);
    expect(await house.database.manager.countBy(Message, { readAt: IsNull() })).toBe(messages.length);
    const [{ version }] = await house.database.query<[{ version: string }]>('select version() as version');
    reportAuthorisation('notifications', matrix.counts, version);
  }, 900_000);
});
