import { anAccountsHouse, demoPassword, standStill } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import { clientKind, maskedAddress } from './client';
import type { SessionDto } from './sessions.dto';

const pass = (minutes: number) => jest.setSystemTime(jest.now() + minutes * 60_000);

describe('a session', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill('2026-03-02T01:00:00.000Z');
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });

  it('ends after a quarter of an hour in which nobody used it', async () => {
    const { session } = await house.signIn('sx-energy-1');
    pass(14);
    expect((await house.inside.post('/internal/token', { session })).status).toBe(200);
    pass(14);
    expect((await house.inside.post('/internal/token', { session })).status).toBe(200);
    pass(16);
    expect((await house.inside.post('/internal/token', { session })).body.code).toBe('NOT_SIGNED_IN');
  });

  it('ends after eight hours, however busy it is', async () => {
    const { session } = await house.signIn('sx-energy-1');
    for (let minutes = 10; minutes < 8 * 60; minutes += 10) {
      pass(10);
      expect((await house.inside.post('/internal/token', { session })).status).toBe(200);
    }
    pass(10);
    expect((await house.inside.post('/internal/token', { session })).status).toBe(401);
  });

  it('is written at most once a minute while it is used', async () => {
    const { session } = await house.signIn('sx-energy-1');
    const lastSeen = async () => (await house.database.query<{ at: Date }[]>('select max(lastSeenAt) as at from session'))[0]?.at;
    const begun = await lastSeen();
    jest.setSystemTime(jest.now() + 59_000);
    await house.inside.post('/internal/token', { session });
    expect(await lastSeen()).toEqual(begun);
    jest.setSystemTime(jest.now() + 2_000);
    await house.inside.post('/internal/token', { session });
    expect(await lastSeen()).toEqual(new Date(jest.now()));
  });

  it('ends at once by signing out, and says so to the gateway', async () => {
    const me = await house.signIn('sx-energy-1');
    const token = await me.token();
    const answer = await me.delete('/sessions/current');

    expect(answer.status).toBe(204);
    expect(answer.headers['x-dengke-session']).toBe('');
    expect((await house.inside.post('/internal/token', { session: me.session })).status).toBe(401);
    expect((await house.inside.post('/internal/confirm', { token })).body.code).toBe('NOT_SIGNED_IN');
  });

  it('is seen by its owner among the others, with where and on what it was begun, and nobody else’s [P8]', async () => {
    const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0' };
    await house.signIn('sx-energy-2');
    pass(1);
    await house.inside.post(
      '/api/v1/sessions',
      { login: 'unit-ruiling-gas-1', password: demoPassword },
      { headers: { 'x-forwarded-for': '198.51.100.77', ...firefox } },
    );
    pass(1);
    const me = await house.signIn('unit-ruiling-gas-1');
    const { body } = await me.get<SessionDto[]>('/sessions');

    expect(body.map(({ client, maskedAddress: address, current }) => [client, address, current])).toEqual([
      [null, '203.0.113.*', true],
      ['Firefox, Windows', '198.51.100.*', false],
    ]);
    expect(body.map(({ createdAt }) => Date.parse(createdAt))).toEqual([jest.now(), jest.now() - 60_000]);
    const stored = await house.database.query<unknown[]>('select * from session where personId = ?', ['person-unit-ruiling-gas-1']);
    expect(JSON.stringify(stored)).not.toMatch(/198\.51\.100\.77|Mozilla/);
  });

  it('is left out of the list once it is idle', async () => {
    await house.signIn('unit-ruiling-gas-2');
    pass(16);
    const me = await house.signIn('unit-ruiling-gas-2');

    expect((await me.get<SessionDto[]>('/sessions')).body).toHaveLength(1);
  });

  it('can be ended by its owner from another one, and by nobody else', async () => {
    const [here, there] = [await house.signIn('unit-qinlan-solar-1'), await house.signIn('unit-qinlan-solar-1')];
    const stranger = await house.signIn('unit-qinlan-solar-2');
    const token = await there.token();
    const { sessionId } = await there.caller();

    expect((await stranger.delete(`/sessions/${sessionId}`)).status).toBe(204);
    expect((await there.get('/me')).status).toBe(200);
    expect((await here.delete(`/sessions/${sessionId}`)).status).toBe(204);
    expect((await house.inside.post('/internal/token', { session: there.session })).status).toBe(401);
    expect((await house.inside.post('/internal/confirm', { token })).body.code).toBe('NOT_SIGNED_IN');
    expect((await here.get('/me')).status).toBe(200);
    expect((await here.delete('/sessions/no-digest')).body.code).toBe('INVALID_INPUT');
  });

  it('can be left as the only one', async () => {
    const all = [await house.signIn('unit-qinlan-solar-2'), await house.signIn('unit-qinlan-solar-2')];
    const here = await house.signIn('unit-qinlan-solar-2');
    const bystander = await house.signIn('unit-qinlan-solar-1');

    expect((await here.delete('/sessions/others')).status).toBe(204);
    for (const { session } of all) {
      expect((await house.inside.post('/internal/token', { session })).status).toBe(401);
    }
    expect((await here.get<SessionDto[]>('/sessions')).body).toHaveLength(1);
    expect((await bystander.get('/me')).status).toBe(200);
  });

  it('acts from one position at a time, changed explicitly and only to one that is held', async () => {
    const me = await house.signIn('unit-woye-studio');
    const other = me.signedIn.positions.find(({ id }) => id !== me.signedIn.position.id);
    const changed = await me.post('/sessions/current/position', { positionId: other?.id });

    expect(changed).toMatchObject({ status: 200, body: { position: { id: other?.id, role: other?.role } } });
    expect((await me.caller()).position.role).toBe(other?.role);
    const [foreign] = await house.database.query<{ id: string }[]>("select id from held_position where personId = 'person-sx-energy-1'");
    expect((await me.post('/sessions/current/position', { positionId: foreign?.id })).body.code).toBe('NOT_FOUND');
    expect((await me.post('/sessions/current/position', { positionId: 'nothing' })).body.code).toBe('NOT_FOUND');
  });

  it('says who one is and what one may do', async () => {
    const me = await house.signIn('cz-luzhou-energy-liaison');
    const { body } = await me.get('/me');

    expect(body).toMatchObject({
      person: { id: 'person-cz-luzhou-energy-liaison' },
      position: { organisationName: '长治市潞州区能源局', role: 'liaison' },
      must: null,
    });
  });

  it('gives a county bureau no right to review or even to read submissions [P3]', async () => {
    const me = await house.signIn('cz-luzhou-energy-liaison');
    const { body } = await me.get<{ rights: string[] }>('/me');

    const notices = ['notice.answer', 'notice.forward', 'notice.read'];
    expect(body.rights.sort()).toEqual(['inbox.read', ...notices, 'organisation.read', 'window.read']);
  });
});

describe('the client of a session', () => {
  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari, macOS',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5.0', null],
    [undefined, null],
  ])('is named so that its owner knows it again: %s', (userAgent, kind) => {
    expect(clientKind(userAgent)).toBe(kind);
  });

  it('is kept without the end of its address', () => {
    expect(['203.0.113.77', '2001:DB8:1:2::9', '::1'].map(maskedAddress)).toEqual(['203.0.113.*', '2001:db8:*', '::*']);
  });
});
