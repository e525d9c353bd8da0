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

  it('finds nothing by a key with signs that no key has, wherever it is asked for', async () => {
    const [energy, no] = [await house.signIn('sx-energy-admin'), encodeURIComponent('张三😀')];
    const paths = [`/units/${no}`, `/organisations/${no}/people`, `/positions/${no}/rights`, `/routes?unit=${no}`];
    const got = await Promise.all(paths.map((path) => energy.get(path)));
    const deputy = { personId: '张三', deputyOf: '李四', endsOn: '2099-12-31', reason: '出差' };
    const sent = [
      await energy.post('/deputies', deputy, 'no-key-00001'),
      await energy.post(`/credentials/${no}/first-password`, {}, 'no-key-00002'),
    ];

    expect([...got, ...sent].map(({ body: { code } }) => code)).toEqual(Array(6).fill('NOT_FOUND'));
  });

  it('is ready with its database alone', async () => {
    expect((await house.outside.get('/health/ready')).body).toMatchObject({ checks: { database: 'up' } });
  });
});
