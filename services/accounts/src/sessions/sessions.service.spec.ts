import { addressKey } from '../sign-in/attempts.service';
import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';

const pass = (minutes: number) => jest.setSystemTime(jest.now() + minutes * 60_000);

describe('a session', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill('2026-03-02T01:00:00.000Z');
  }, 60_000);
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

    expect(body.rights.sort()).toEqual(['inbox.read', 'organisation.read', 'window.read']);
  });
});

describe('the address that is slowed', () => {
  it('is the whole /64 of an IPv6 subscriber, and IPv4 however it is written', () => {
    expect(addressKey('192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
    expect(addressKey('2001:db8:1:2:bbbb:0:0:9')).toBe('2001:db8:1:2::/64');
    expect(addressKey('2001:DB8::1')).toBe('2001:db8:0:0::/64');
    expect(addressKey('::1')).toBe('0:0:0:0::/64');
    expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});
