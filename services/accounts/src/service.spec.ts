import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';
import { GraphCheck } from './routes/graph-check';

interface Operation {
  summary?: string;
  responses: Record<string, { content?: object }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

describe('accounts', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('says in its API document for every route what it is for and what it answers', async () => {
    const { body } = await house.outside.get<Document>('/openapi.json');
    const routes = Object.entries(body.paths).filter(([path]) => path.startsWith('/api/v1/'));
    const silent = routes.flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(
          ([, { summary = '', responses }]) =>
            !/^[A-Z]/.test(summary) || !(responses[204] ?? responses[200]?.content ?? responses[201]?.content),
        )
        .map(([method]) => `${method} ${path}`),
    );

    expect(routes.length).toBeGreaterThan(8);
    expect(silent).toEqual([]);
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
