import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import { aKey, anApplication, applicants } from '../../testing/applications';

describe('one address that applies again and again', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill('2026-03-02T01:00:00.000Z');
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });

  const elsewhere = () =>
    house.inside.post<{ code?: string }>('/api/v1/credential-applications', anApplication(), {
      ...{ key: aKey(), headers: { 'x-forwarded-for': '198.51.100.2' } },
    });

  it('is slowed after what a unit’s people may send on one day, and no other address is', async () => {
    const applying = applicants(house);
    const applyForCredential = () => applying.applyForCredential();
    for (let sent = 0; sent < 60; sent += 1) {
      expect((await applyForCredential()).status).toBe(201);
    }
    const more = [await applyForCredential(), await applyForCredential()];
    const [{ count }] = await house.database.query<[{ count: string }]>('select count(*) as count from credential_application');

    expect(more.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([429, 'TOO_MANY_REQUESTS']));
    expect([more[0]?.headers['retry-after'], more[0]?.body.details]).toEqual(['60', { retryAfterSeconds: 60 }]);
    expect(Number(count)).toBe(60);
    expect([(await elsewhere()).status, (await applying.applyAsOrganiser()).status]).toEqual([201, 201]);
    jest.setSystemTime(jest.now() + 60_000);
    expect((await applyForCredential()).status).toBe(201);
  });
});
