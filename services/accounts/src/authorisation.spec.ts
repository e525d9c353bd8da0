import { routesOf } from '@dengke/service-kit';
import { AuthorisationMatrix, reportAuthorisation, runMatrix } from '@dengke/test-kit';
import { aKey } from '../testing/applications';
import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';
import { accountsTable } from '../testing/authorisation-table';
import { anAuthorisationWorld } from '../testing/authorisation-world';
import type { AuthorisationWorld, Who } from '../testing/authorisation-world';

describe('every route of accounts, for everybody, over everything it can name', () => {
  let house: AccountsHouse;
  let world: AuthorisationWorld;

  beforeAll(async () => {
    house = await anAccountsHouse();
    world = await anAuthorisationWorld(house);
  }, 60_000);
  afterAll(() => house.close());

  const send = async (caller: Who, method: string, path: string, body?: object) => {
    const url = path.startsWith('/internal') ? path : `/api/v1${path}`;
    const headers = { ...(await caller.headers()), 'idempotency-key': aKey(), ...(body && { 'content-type': 'application/json' }) };
    const answer = await house.app.inject({ method: method as 'GET', url, headers, ...(body && { payload: JSON.stringify(body) }) });
    return { status: answer.statusCode, body: bodyOf(answer.body) };
  };

  /** All that is stored, but for when a session was last seen. */
  const stored = async (): Promise<unknown> => {
    const tables = house.database.entityMetadatas.map(({ tableName }) => tableName).filter((table) => table !== 'session');
    return house.database.query(`checksum table ${tables.join(', ')}`);
  };

  it('tells nothing of what lies outside the caller’s part of the graphs, not even that it is there, and changes nothing there', async () => {
    const matrix = new AuthorisationMatrix();
    const before = await stored();

    await runMatrix({ matrix, routes: routesOf(house.app), table: accountsTable(world), callers: world.callers, send });

    expect(matrix.leaks.slice(0, 20)).toEqual([]);
    expect(await stored()).toEqual(before);
    expect(matrix.counts.cases).toBeGreaterThan(10_000);
    const [{ version }] = await house.database.query<[{ version: string }]>('select version() as version');
    reportAuthorisation('accounts', matrix.counts, version);
  }, 120_000);
});

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
