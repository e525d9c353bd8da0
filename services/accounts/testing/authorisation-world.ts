import { randomUUID } from 'node:crypto';
import { PersonalData, SecurityClock, toDatabase } from '@dengke/service-kit';
import { relationsIn, rightsByHand } from '@dengke/test-kit';
import type { GraphPlace, MatrixCaller, MatrixTarget } from '@dengke/test-kit';
import { SessionsService } from '../src/sessions/sessions.service';
import type { AccountsHouse } from './accounts-house';
import { applicants, aForm, anApplication } from './applications';
import { readSeed } from '../src/seed/seed-files';

export interface Who extends MatrixCaller {
  personId: string;
  organisationId: string;
  role: string;
  positionId: string;
}
/** What routes name: a person, a position, an application … with whose it is. */
export interface What extends MatrixTarget {
  organisationId: string;
  personId?: string;
}
type HeldRow = { id: string; personId: string; organisationId: string; role: string };

/** One of every role in every branch, units of one's own area and of another, and a county bureau. */
const callersOf = [
  ...['most-admin', 'most-1', 'sx-kjt-admin', 'sx-kjt-1', 'sx-kjt-system', 'sx-kjt-security', 'sx-kjt-audit'],
  ...['sx-energy-admin', 'sx-energy-1', 'taiyuan-energy-1', 'changzhi-energy-1', 'changzhi-energy-2', 'datong-energy-1'],
  ...['cz-luzhou-energy-liaison', 'cz-xiangyuan-energy-liaison', 'changzhi-science-admin', 'changzhi-science-1'],
  ...['sx-industry-admin', 'sx-industry-1', 'jinyuan-heavy-admin', 'jinyuan-heavy-1'],
  ...['unit-zhangling-coal-admin', 'unit-zhangling-coal-1', 'unit-ruiling-gas-admin', 'unit-fenlan-storage-1', 'unit-jinfu-mining-admin'],
  ...['unit-jinfu-mining-1', 'unit-fensheng-institute-admin', 'unit-jinzhou-steel-admin', 'unit-jinzhou-steel-1'],
  ...['unit-zhangyuan-college-admin', 'unit-zhangyuan-college-1', 'unit-jinyuan-research-admin', 'unit-woye-studio'],
];

/** One node of every kind in every branch, for what names an organisation. */
const nodesOf = [
  ...['org-most', 'org-sx-kjt', 'org-sx-energy', 'org-changzhi-energy', 'org-datong-energy', 'org-cz-luzhou-energy', 'org-sx-industry'],
  ...['org-changzhi-science', 'unit-zhangling-coal', 'unit-jinfu-mining', 'unit-fensheng-institute', 'unit-jinzhou-steel'],
  ...['unit-zhangyuan-college', 'unit-jinyuan-research'],
];
const moved = 'unit-jinfu-mining-2';
const disabled = 'unit-yunshuo-wind-1';
const deputy = 'unit-bingyue-methane-admin';

/** Accounts with its three branches, everybody signed in, and the states in which somebody is nobody any more. */
export async function anAuthorisationWorld(house: AccountsHouse) {
  const { database } = house;
  const places = await database.query<GraphPlace[]>(
    'select o.id, o.kind, o.areaCode, o.credentialParentId, u.organiserId from organisation o left join unit u on u.organisationId = o.id',
  );
  const graph = relationsIn(places);
  const { leaving, expired, arrived } = await transferAndDeputise(house);
  const held = await database.query<HeldRow[]>('select id, personId, organisationId, role from held_position where endedAt is null');
  const heldBy = (login: string): HeldRow => required(held.find(({ personId }) => personId === `person-${login}`));
  const whole = (login: string, state?: string) => aCallerOf(house, graph.placeOf, heldBy(login), { login, ...(state && { state }) });
  const callers: Who[] = [];
  for (const login of callersOf) {
    callers.push(await whole(login));
  }
  callers.push(await aCallerOf(house, graph.placeOf, arrived, { login: moved, state: 'transferred away' }));
  callers.push(await nobodyAnyMore(await whole(disabled), 'disabled', () => disable(house, disabled)));
  callers.push(await nobodyAnyMore(await aCallerOf(house, graph.placeOf, expired, {}), 'expired deputy', () => expire(house, expired.id)));
  callers.push(await nobodyAnyMore(await aCallerOf(house, graph.placeOf, leaving, {}), 'position ended', () => end(house, leaving.id)));
  callers.push({ ...required(callers[0]), name: 'anonymous', state: 'anonymous', out: 'anonymous', headers: async () => ({}) });
  return { graph, callers, ...(await targetsOf(house, held)), ...(await applicationsOf(house)) };
}

/** Somebody's old position that is about to end as he goes to another branch, and a deputy whose day is about to be over. */
async function transferAndDeputise({ database }: AccountsHouse): Promise<Record<'leaving' | 'expired' | 'arrived', HeldRow>> {
  const granted = new Date('2023-08-01T00:00:00.000Z');
  const [old] = await database.query<HeldRow[]>('select id, personId, organisationId, role from held_position where personId = ?', [
    `person-${moved}`,
  ]);
  const [desk] = await database.query<HeldRow[]>('select id, personId, organisationId, role from held_position where personId = ?', [
    'person-datong-energy-1',
  ]);
  const columns = 'insert into held_position (id, personId, organisationId, role, grantedAt, endedAt, deputyOf) values ?';
  const expired = { id: 'position-matrix-deputy', personId: `person-${deputy}`, organisationId: 'org-datong-energy', role: 'manager' };
  await database.query(columns, [
    [
      ['position-matrix-moved', `person-${moved}`, 'unit-jinzhou-steel', 'completer', granted, null, null],
      [expired.id, expired.personId, expired.organisationId, expired.role, granted, new Date('2099-01-01T00:00:00.000Z'), desk?.id],
    ],
  ]);
  const arrived = { id: 'position-matrix-moved', personId: `person-${moved}`, organisationId: 'unit-jinzhou-steel', role: 'completer' };
  return { leaving: required(old), expired, arrived };
}

const end = ({ database }: Pick<AccountsHouse, 'database'>, id: string) =>
  database.query('update held_position set endedAt = ? where id = ?', [new Date('2023-08-02T00:00:00.000Z'), id]);
const expire = end;
const disable = ({ database }: AccountsHouse, login: string) =>
  database.query('update credential set disabled = 1 where personId = ?', [`person-${login}`]);

async function aCallerOf(
  house: AccountsHouse,
  placeOf: (id: string) => GraphPlace,
  { id: positionId, personId, organisationId, role }: HeldRow,
  { login = personId, state }: { login?: string; state?: string },
): Promise<Who> {
  const shown = { secondFactorShown: true, maskedAddress: '203.0.113.0', client: null };
  const session = await house.app.get(SessionsService, { strict: false }).begin({ personId, positionId, ...shown });
  const clock = new SecurityClock();
  let minted = { token: '', at: 0 };
  const headers = async (): Promise<Record<string, string>> => {
    if (clock.millis() - minted.at > 10_000) {
      const { body } = await house.inside.post<{ token: string }>('/internal/token', { session });
      minted = { token: body.token, at: clock.millis() };
    }
    return { authorization: `Bearer ${minted.token}` };
  };
  const rights = rightsByHand(placeOf(organisationId).kind, role);
  return { name: login, personId, organisationId, role, positionId, rights, headers, ...(state !== undefined && { state }) };
}

/** His token is still valid when what it stands on is not there any more. */
async function nobodyAnyMore(who: Who, state: string, ends: () => Promise<unknown>): Promise<Who> {
  const stale = await who.headers();
  await ends();
  return { ...who, state, out: 'any more', headers: async () => stale };
}

async function targetsOf({ app, database }: AccountsHouse, held: readonly HeldRow[]) {
  const personal = app.get(PersonalData);
  const logins = [...callersOf.filter((_, at) => at % 2 === 0), 'unit-zhangling-coal-2', 'sx-industry-2', moved, disabled, deputy];
  const { people: seeded } = await readSeed(true);
  const people: What[] = logins.map((login) => {
    const { name = '', mobile = '' } = seeded.find((person) => person.login === login) ?? {};
    const personId = `person-${login}`;
    const kept = [name, mobile ?? ''].filter((word) => word !== '');
    return { id: personId, personId, kept, organisationId: organisationNow(held, personId) };
  });
  const positions = held
    .filter(({ personId }) => logins.includes(personId.replace('person-', '')))
    .map(({ id, personId, organisationId }): What => ({ id, personId, organisationId, kept: [personId] }));
  const nodes = await database.query<{ id: string; name: string; kind: string }[]>(
    'select id, name, kind from organisation where id in (?) order by id',
    [nodesOf],
  );
  const organisations = nodes.map(({ id, name, kind }) => ({ id, organisationId: id, kind, kept: [name] }));
  const sessions = await database.query<{ id: string; personId: string }[]>('select id, personId from session');
  const key = (personId: string) => `key-${personId}`;
  const passkeyOwners = ['person-sx-energy-1', 'person-unit-jinfu-mining-1'];
  const now = toDatabase(new SecurityClock().now());
  await database.query('insert into passkey (id, personId, publicKey, counter, name, addedAt) values ?', [
    passkeyOwners.map((personId) => [key(personId), personId, Buffer.alloc(8), 0, '钥匙', now]),
  ]);
  const mobiles = seeded
    .filter(({ id }) => people.some((person) => person.id === id))
    .map(({ id, mobile }) => ({ id: mobile ?? '', personId: id, organisationId: organisationNow(held, id), kept: [] }));
  return {
    ...{ people, positions, organisations, mobiles, personal },
    units: organisations.filter(({ kind }) => kind === 'unit'),
    passkeys: passkeyOwners.map((personId): What => ({ id: key(personId), personId, organisationId: '', kept: [] })),
    sessions: sessions.map(({ id, personId }): What => ({ id, personId, organisationId: '', kept: [] })),
  };
}

/** Of somebody who was transferred: where he is now. */
const organisationNow = (held: readonly HeldRow[], personId: string): string =>
  personId === `person-${moved}` ? 'unit-jinzhou-steel' : (held.find((row) => row.personId === personId)?.organisationId ?? '');

/** Applications for a login at a municipal bureau and at two organisers, and one to be an organiser. */
async function applicationsOf(house: AccountsHouse) {
  const desk = applicants(house);
  const asked: What[] = [];
  for (const [unit, mobile] of [
    ['unit-zhangling-coal', '18800000001'],
    ['unit-jinzhou-steel', '18800000002'],
    ['unit-zhangyuan-college', '18800000003'],
  ] as const) {
    const [known] = await house.database.query<{ uscc: string; name: string; areaCode: string; field: string | null }[]>(
      'select u.uscc, o.name, o.areaCode, u.field from unit u join organisation o on o.id = u.organisationId where o.id = ?',
      [unit],
    );
    const { uscc, name, areaCode, field } = required(known);
    const line = { uscc, unitName: name, areaCode, mobile, name: `某申请人${mobile}`, ...(field !== null && { field }) };
    const { body, status } = await desk.applyForCredential(anApplication(line));
    if (status !== 201) {
      throw new Error(JSON.stringify(body));
    }
    const [row] = await house.database.query<{ deskId: string }[]>('select deskId from credential_application where id = ?', [body.id]);
    asked.push({ id: body.id, organisationId: required(row).deskId, kept: [line.name, mobile, name] });
  }
  const form = aForm();
  const { body } = await desk.applyAsOrganiser(form);
  const organiserApplications: What[] = [{ id: body.id, organisationId: 'org-sx-kjt', kept: [form.organiser, form.head.mobile] }];
  return { credentialApplications: asked, organiserApplications, unknownUuid: randomUUID() };
}

export function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('The seed is not what the matrix takes it for');
  }
  return value;
}
export type AuthorisationWorld = Awaited<ReturnType<typeof anAuthorisationWorld>>;
