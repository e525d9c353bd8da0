import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';

interface Operation {
  summary?: string;
  responses: Record<string, { content?: object }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

describe('the API document of accounts', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('says for every route what it is for and what it answers', async () => {
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

  it('is ready with its database alone', async () => {
    expect((await house.outside.get('/health/ready')).body).toMatchObject({ checks: { database: 'up' } });
  });
});
