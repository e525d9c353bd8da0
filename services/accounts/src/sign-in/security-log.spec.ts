import { Log } from '@dengke/service-kit';
import { anAccountsHouse, demoPassword } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';

const login = 'unit-zhangling-coal-1';
const personId = 'person-unit-zhangling-coal-1';

describe('what the log tells of who came in, and who did not', () => {
  let house: AccountsHouse;
  let spies: jest.SpyInstance[];
  const lines = () => spies.flatMap(({ mock }) => mock.calls as [string, Record<string, unknown>][]);
  const told = (message: string) => lines().flatMap(([said, fields]) => (said === message ? [fields] : []));

  beforeAll(async () => {
    house = await anAccountsHouse();
    const log = house.app.get(Log);
    spies = [jest.spyOn(log, 'info'), jest.spyOn(log, 'warn')];
  });
  afterAll(() => house.close());
  afterEach(() => spies.forEach((spy) => spy.mockClear()));

  it('is each session as it begins and ends, by the id of its person, with how it was opened and from where', async () => {
    const me = await house.signIn(login);
    await me.delete('/sessions/current');

    expect(told('a session begins')).toEqual([
      { personId, positionId: expect.any(String) as unknown, secondFactorShown: false, from: '203.0.113.*' },
    ]);
    expect(told('a session is ended by its owner')).toEqual([{ personId }]);
  });

  it('is each failure and each lock, by the same word for the same login and never by the login or the password', async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await house.tryToSignIn('sx-energy-2', 'Wrong-Password-1');
    }

    const failures = told('a sign-in failed');
    expect(failures).toHaveLength(5);
    expect(new Set(failures.map((fields) => fields['login'])).size).toBe(1);
    expect(failures[0]).toEqual({ login: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown, from: '203.0.113.*' });
    expect(told('a sign-in meets a lock')).toEqual([{ login: failures[0]?.['login'] }]);
    expect(JSON.stringify(lines())).not.toMatch(/sx-energy-2|Wrong-Password-1/);
  });

  it('is nothing of the password that was right, nor of the session that it opened', async () => {
    const { headers } = await house.tryToSignIn(login, demoPassword);

    const written = JSON.stringify(lines());
    expect(written).toContain('a session begins');
    expect([written.includes(demoPassword), written.includes(String(headers['x-dengke-session']))]).toEqual([false, false]);
  });
});
