import { routesOf } from '@dengke/service-kit';
import { assignEverything, AuthorisationMatrix, columnsOf, reportAuthorisation, rowsOf, runMatrix } from '@dengke/test-kit';
import { anApplication, aKey } from '../testing/applications';
import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';
import { accountsTable } from '../testing/authorisation-table';
import { anAuthorisationWorld } from '../testing/authorisation-world';
import type { AuthorisationWorld, Who } from '../testing/authorisation-world';

const passkey = { id: 'aaaa', rawId: 'aaaa', type: 'public-key', clientExtensionResults: {} };
/** Of the writes that name nothing, and those with every field there can be. */
const bodies = {
  'PUT /password': { current: 'Old-Password-2023', next: 'New-Password-2023' },
  'POST /first-passwords': { link: 'of.nobody', password: 'New-Password-2023' },
  'POST /sessions': { login: 'sx-kjt-1', password: 'wrong' },
  'POST /sessions/current/second-factor': { code: '000000' },
  'POST /second-factor/totp/confirm': { code: '000000' },
  'POST /second-factor/passkeys': {
    ...{ name: '钥匙', credential: { ...passkey, response: { clientDataJSON: 'aaaa', attestationObject: 'aaaa', transports: [] } } },
  },
  'POST /credential-applications': anApplication(),
  'POST /credentials': {
    ...{
      organisationId: 'unit-zhangling-coal',
      role: 'completer',
      login: 'matrix-nobody',
      personId: 'person-nobody',
      onApplication: '电话',
      delivery: 'slip',
    },
    person: { name: '某甲', mobile: '13300000000', mail: 'nobody@demo.example' },
  },
  'POST /credential-applications/:id/issue': {
    ...{ login: 'matrix-nobody', personId: 'person-nobody', licenceConfirmed: true, delivery: 'slip' },
    unit: { unitKind: 'enterprise', contactPhone: '0355-0000000', contactOffice: '办公室', singlePerson: false },
  },
};

describe('every route of accounts, for everybody, over everything it can name', () => {
  let house: AccountsHouse;
  let world: AuthorisationWorld;

  beforeAll(async () => {
    house = await anAccountsHouse();
    world = await anAuthorisationWorld(house);
  });
  afterAll(() => house.close());

  const send = async (caller: Who, method: string, path: string, body?: object) => {
    const url = path.startsWith('/internal') ? path : `/api/v1${path}`;
    const headers = { ...(await caller.headers()), 'idempotency-key': aKey(), ...(body && { 'content-type': 'application/json' }) };
    const ask = () => house.app.inject({ method: method as 'GET', url, headers, ...(body && { payload: JSON.stringify(body) }) });
    let answer = await ask();
    // Changes of the graphs wait for one another, and say so when that takes too long.
    while (answer.statusCode === 503) {
      answer = await ask();
    }
    return { status: answer.statusCode, body: bodyOf(answer.body) };
  };

  /** All that is stored, but for when a session was last seen. */
  const stored = () => rowsOf(house.database, ['session']);

  it('tells nothing of what lies outside the caller’s part of the graphs, not even that it is there, and changes nothing there', async () => {
    const matrix = new AuthorisationMatrix();
    const before = await stored();

    await runMatrix({ matrix, routes: routesOf(house.app), table: accountsTable(world), callers: world.callers, send });

    expect(matrix.leaks.slice(0, 20)).toEqual([]);
    expect(await stored()).toEqual(before);
    expect(matrix.counts.cases).toBeGreaterThan(10_000);
    const [{ version }] = await house.database.query<[{ version: string }]>('select version() as version');
    reportAuthorisation('accounts', matrix.counts, version);
  }, 900_000);

  it('takes no column of its tables from a body', async () => {
    const before = await stored();
    const routes = routesOf(house.app);

    const { routes: written, accepted } = await assignEverything(
      { routes, table: accountsTable(world), callers: world.callers, send },
      columnsOf(house.database),
      bodies,
    );

    expect(accepted).toEqual([]);
    expect(written.length).toBeGreaterThan(20);
    expect(await stored()).toEqual(before);
  });
});

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
