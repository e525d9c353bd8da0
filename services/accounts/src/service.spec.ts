import { unsaidIn } from '@dengke/test-kit';
import type { ApiDocument } from '@dengke/test-kit';
import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';
import { GraphCheck } from './routes/graph-check';

describe('accounts', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('says in its API document for every route what it is for and what it answers', async () => {
    const { body } = await house.outside.get<ApiDocument>('/openapi.json');
    const { operations, unsaid } = unsaidIn(body);

    expect(operations).toBeGreaterThan(8);
    expect(unsaid).toEqual([]);
  });

  it('says what a sign-in refuses, and where its session is', async () => {
    const { body } = await house.outside.get<ApiDocument>('/openapi.json');

    const { responses } = body.paths['/api/v1/sessions']!['post']!;

    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['201', '401', '422', '429']));
    expect(responses['201']).toMatchObject({ headers: { 'x-dengke-session': { schema: { type: 'string' } } } });
  });

  it('does not start with a broken graph, but does where somebody has only left a desk', async () => {
    const check = house.app.get(GraphCheck, { strict: false });
    await house.database.query("update held_position set endedAt = grantedAt where organisationId = 'org-datong-energy'");
    await expect(check.onModuleInit()).resolves.toBeUndefined();
    await house.database.query("update organisation set contactPhone = null where id = 'org-cz-luzhou-energy'");
    await expect(check.onModuleInit()).rejects.toThrow('org-cz-luzhou-energy noContact (notice)');

    const { body } = await house.inside.get('/internal/graphs/lint');
    expect(body).toContainEqual({ fault: 'noContact', organisationId: 'org-cz-luzhou-energy', in: 'notice' });
    expect((await house.outside.get('/internal/graphs/lint')).status).toBe(401);
  });

  it('is ready with its database alone', async () => {
    expect((await house.outside.get('/health/ready')).body).toMatchObject({ checks: { database: 'up' } });
  });
});
