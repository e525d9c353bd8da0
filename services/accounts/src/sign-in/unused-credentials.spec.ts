import { anAccountsHouse, standStill } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';
import { UnusedCredentials } from './unused-credentials';

const day = 86_400_000;

describe('a credential that nobody uses', () => {
  let house: AccountsHouse;
  let unused: UnusedCredentials;
  beforeAll(async () => {
    house = await anAccountsHouse();
    unused = house.app.get(UnusedCredentials, { strict: false });
    standStill('2026-03-02T01:00:00.000Z');
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });
  beforeEach(async () => {
    jest.setSystemTime(new Date('2026-03-02T01:00:00.000Z'));
    await house.database.query('update credential set disabled = 0, lastUsedAt = null, passwordSetAt = ?', [new Date(jest.now())]);
  });

  const disabled = async (login: string) =>
    (await house.database.query<{ disabled: number }[]>('select disabled from credential where login = ?', [login]))[0]?.disabled;

  it('is disabled after ninety days, which its ledger tells; one that was used is not', async () => {
    jest.setSystemTime(jest.now() + 80 * day);
    await house.signIn('unit-zhangling-coal-1');
    await house.signIn('sx-energy-1');
    await house.tryToSignIn('sx-kjt-1');
    jest.setSystemTime(jest.now() + 10 * day + 1);
    const [all] = await house.database.query<{ n: number }[]>('select count(*) as n from credential');

    expect(await unused.sweep()).toBe((all?.n ?? 0) - 2);
    expect(await unused.sweep()).toBe(0);
    expect(await Promise.all(['unit-zhangling-coal-1', 'sx-energy-1', 'sx-kjt-1'].map(disabled))).toEqual([0, 0, 1]);
    const [entry] = await house.database.query<{ detail: object; byPersonId: string | null }[]>(
      "select detail, byPersonId from ledger_entry where subject = 'organisation/org-sx-kjt' and kind = 'credentialDisabled' and json_value(detail, '$.personId') = 'person-sx-kjt-1'",
    );
    expect(entry).toMatchObject({ byPersonId: null, detail: { reason: 'unused' } });
  });

  it('opens nothing between two looks either, and says no more than a wrong password', async () => {
    jest.setSystemTime(jest.now() + 90 * day);
    expect((await house.tryToSignIn('unit-ruiling-gas-1')).status).toBe(201);
    jest.setSystemTime(jest.now() + 1);
    expect((await house.tryToSignIn('unit-ruiling-gas-2')).body).toMatchObject({ code: 'SIGN_IN_REFUSED', status: 401 });
    expect((await house.tryToSignIn('unit-ruiling-gas-1')).status).toBe(201);
  });

  it('has ninety days again once the security administrator has enabled it', async () => {
    jest.setSystemTime(jest.now() + 91 * day);
    await unused.sweep();
    await house.database.query("update credential set disabled = 0, passwordSetAt = ? where login = 'sx-kjt-security'", [
      new Date(jest.now()),
    ]);
    const security = await house.signIn('sx-kjt-security');
    await security.post('/people/person-unit-ruiling-gas-1/credential/enable', { reason: '重新启用' }, 'unused-spec-enable');
    await unused.sweep();

    expect(await disabled('unit-ruiling-gas-1')).toBe(0);
    expect((await house.tryToSignIn('unit-ruiling-gas-1')).status).toBe(201);
  });

  it('whose password was just set anew has ninety days again', async () => {
    jest.setSystemTime(jest.now() + 91 * day);
    await house.database.query("update credential set passwordSetAt = ? where login = 'sx-kjt-2'", [new Date(jest.now())]);
    await house.database.query("update credential set passwordSetAt = null where login = 'sx-kjt-1'");
    await unused.sweep();

    expect(await Promise.all(['sx-kjt-1', 'sx-kjt-2', 'sx-energy-2'].map(disabled))).toEqual([0, 0, 1]);
  });

  it('and was taken back is left alone: issued again after half a year, it opens with its first password', async () => {
    const personId = 'person-unit-ruiling-gas-2';
    const [held] = await house.database.query<{ id: string }[]>('select id from held_position where personId = ?', [personId]);
    const before = await house.signIn('changzhi-energy-1');
    expect((await before.post(`/positions/${held?.id ?? ''}/end`, { reason: '已调离' }, 'unused-spec-end')).status).toBe(204);
    jest.setSystemTime(jest.now() + 180 * day);
    await house.database.query("update credential set passwordSetAt = ? where login = 'changzhi-energy-1'", [new Date(jest.now())]);
    await unused.sweep();

    const clerk = await house.signIn('changzhi-energy-1');
    const again = { organisationId: 'unit-ruiling-gas', role: 'completer', personId };
    const { body } = await clerk.post<IssuedCredentialDto>('/credentials', again, 'unused-spec-again');
    expect((await house.signIn(body.login, body.firstPassword)).signedIn.must).toBe('change-password');
  });
});
