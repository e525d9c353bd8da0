import { anAccountsHouse, codeOf } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { TotpEnrolmentDto } from './second-factor.dto';

describe('a second factor that is lost', () => {
  let house: AccountsHouse;
  let changzhi: SignedInClient;
  beforeAll(async () => {
    house = await anAccountsHouse();
    changzhi = await house.signIn('changzhi-energy-1');
  });
  afterAll(() => house.close());

  const reset = (by: SignedInClient, personId: string, key = `reset-${personId}`) => by.post('/second-factor/resets', { personId }, key);

  it('is taken away by the level that issues the login, with every session; a new one is enrolled at the next sign-in [S56]', async () => {
    const before = await house.signIn('unit-zhangling-coal-admin');
    expect((await reset(changzhi, 'person-unit-zhangling-coal-admin')).status).toBe(204);

    expect((await house.inside.post('/internal/token', { session: before.session })).status).toBe(401);
    expect((await house.tryToSignIn('unit-zhangling-coal-admin')).body).toMatchObject({ must: 'enrol', secondFactors: [] });
    const [entry] = await house.database.query<{ byPersonId: string; detail: object }[]>(
      "select byPersonId, detail from ledger_entry where subject = 'organisation/unit-zhangling-coal' and kind = 'secondFactorReset'",
    );
    expect(entry).toMatchObject({
      byPersonId: 'person-changzhi-energy-1',
      detail: { personId: 'person-unit-zhangling-coal-admin', positionId: changzhi.signedIn.position.id },
    });
  });

  it('is taken away once under one key: what was enrolled meanwhile stays', async () => {
    expect((await reset(changzhi, 'person-unit-ruiling-gas-admin')).status).toBe(204);
    const admin = house.clientOf(await house.tryToSignIn('unit-ruiling-gas-admin'));
    const { secret } = (await admin.post<TotpEnrolmentDto>('/second-factor/totp', {})).body;
    await admin.post('/second-factor/totp/confirm', { code: codeOf(secret) });
    expect((await reset(changzhi, 'person-unit-ruiling-gas-admin')).status).toBe(204);

    expect((await house.tryToSignIn('unit-ruiling-gas-admin')).body).toMatchObject({ must: 'second-factor' });
    expect((await admin.get('/me')).body).toMatchObject({ must: null });
  });

  it('stays with colleagues, superiors, other areas and oneself', async () => {
    const answers = await Promise.all(
      [
        'person-changzhi-energy-1',
        'person-changzhi-energy-2',
        'person-sx-energy-admin',
        'person-taiyuan-energy-1',
        'person-unit-jinzhou-steel-admin',
        'person-nobody',
      ].map(async (personId) => (await reset(changzhi, personId)).body.code),
    );

    expect(answers).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    const completer = await house.signIn('unit-zhangling-coal-1');
    expect((await reset(completer, 'person-unit-zhangling-coal-2')).body.code).toBe('NOT_ALLOWED');
  });
});
