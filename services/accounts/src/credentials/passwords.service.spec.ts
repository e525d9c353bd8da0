import { anAccountsHouse, demoPassword, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { IssuedCredentialDto } from './credentials.dto';

const hour = 3_600_000;

describe('a password', () => {
  let house: AccountsHouse;
  let issuer: SignedInClient;
  let issuedSoFar = 0;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill('2026-03-02T01:00:00.000Z');
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });
  beforeEach(async () => {
    jest.setSystemTime(new Date('2026-03-02T01:00:00.000Z'));
    issuer = await house.signIn('changzhi-energy-1');
  });

  /** A new completer with a first password. */
  const issued = async () => {
    issuedSoFar += 1;
    const body = {
      organisationId: 'unit-zhangling-coal',
      role: 'completer',
      login: `completer-${issuedSoFar}`,
      person: { name: '试用人员' },
    };
    const answer = await issuer.post<IssuedCredentialDto>('/credentials', body, `password-spec-${issuedSoFar}`);
    return { login: answer.body.login, password: answer.body.firstPassword ?? '' };
  };

  it('must be changed at the first sign-in, before anything else is open [P8]', async () => {
    const { login, password } = await issued();
    const me = await house.signIn(login, password);

    expect(me.signedIn.must).toBe('change-password');
    for (const path of ['/organisations', '/units/unit-zhangling-coal', '/routes?unit=unit-zhangling-coal&door=municipal']) {
      expect((await me.get(path)).body).toMatchObject({ code: 'PASSWORD_MUST_CHANGE', status: 403 });
    }
    expect((await me.post('/credentials', {}, 'password-spec-act')).body.code).toBe('PASSWORD_MUST_CHANGE');
    expect((await me.post('/sessions/current/position', { positionId: me.signedIn.position.id })).body.code).toBe('PASSWORD_MUST_CHANGE');
    expect((await me.get('/me')).body).toMatchObject({ must: 'change-password' });

    expect((await me.put('/password', { current: password, next: 'Kiln-and-Oven-7' })).status).toBe(204);
    expect((await me.get('/units/unit-zhangling-coal')).status).toBe(200);
    expect((await me.get('/me')).body).toMatchObject({ must: null });
    expect((await house.tryToSignIn(login, password)).body.code).toBe('SIGN_IN_REFUSED');
    expect((await house.tryToSignIn(login, 'Kiln-and-Oven-7')).body.must).toBeNull();
  });

  it('can be left unchanged by signing out', async () => {
    const { login, password } = await issued();
    expect((await (await house.signIn(login, password)).delete('/sessions/current')).status).toBe(204);
  });

  it('opens nothing when it is a first one of more than 72 hours [P8]', async () => {
    const early = await issued();
    const late = await issued();
    jest.setSystemTime(jest.now() + 72 * hour - 1);
    expect((await house.tryToSignIn(early.login, early.password)).status).toBe(201);
    jest.setSystemTime(jest.now() + 1);
    expect((await house.tryToSignIn(late.login, late.password)).body).toMatchObject({ code: 'FIRST_PASSWORD_EXPIRED', status: 401 });
    expect((await house.tryToSignIn(late.login, 'Wrong-Password-1')).body.code).toBe('SIGN_IN_REFUSED');
  });

  it('is changed at the first sign-in after ninety days, not in the middle of work', async () => {
    const { login, password } = await issued();
    await (await house.signIn(login, password)).put('/password', { current: password, next: 'Kiln-and-Oven-7' });
    jest.setSystemTime(jest.now() + 90 * 24 * hour - 1);
    const working = await house.signIn(login, 'Kiln-and-Oven-7');
    jest.setSystemTime(jest.now() + 2);

    expect((await working.get('/me')).body).toMatchObject({ must: null });
    const next = await house.signIn(login, 'Kiln-and-Oven-7');
    expect(next.signedIn.must).toBe('change-password');
    expect((await next.get('/organisations')).body.code).toBe('PASSWORD_MUST_CHANGE');
    expect((await next.put('/password', { current: 'Kiln-and-Oven-7', next: 'Kiln-and-Oven-8' })).status).toBe(204);
    expect((await house.signIn(login, 'Kiln-and-Oven-8')).signedIn.must).toBeNull();
  });

  it('is changed before a second factor can be enrolled: its issuer knows the first one', async () => {
    const energy = await house.signIn('sx-energy-admin');
    const body = { organisationId: 'org-datong-energy', role: 'manager', login: 'datong-new', person: { name: '新任' } };
    const { firstPassword = '' } = (await energy.post<IssuedCredentialDto>('/credentials', body, 'password-spec-manager')).body;
    const me = await house.signIn('datong-new', firstPassword);

    expect(me.signedIn.must).toBe('change-password');
    expect((await me.post('/second-factor/totp', {})).body.code).toBe('PASSWORD_MUST_CHANGE');
    await me.put('/password', { current: firstPassword, next: 'Kiln-and-Oven-2026' });
    expect((await me.get('/me')).body).toMatchObject({ must: 'enrol' });
    expect((await me.post('/second-factor/totp', {})).status).toBe(201);
  });

  it('names what is wrong with a new one, by the rules of the longest position', async () => {
    const me = await house.signIn('taiyuan-energy-1');
    const tried = async (next: string) => (await me.put('/password', { current: demoPassword, next })).body;

    expect(await tried('Short-7')).toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      status: 422,
      details: { faults: ['tooShort'], shortest: 12 },
    });
    expect(await tried('onlylowercaseletters')).toMatchObject({ details: { faults: ['tooFewClasses'] } });
    expect(await tried('Taiyuan-Energy-1-x')).toMatchObject({ details: { faults: ['containsLogin'] } });
    expect(await tried('Password1234')).toMatchObject({ details: { faults: ['common'] } });
    expect(await tried(demoPassword)).toMatchObject({ details: { faults: ['usedBefore'] } });
  });

  it('bars the last five and lets the sixth come back', async () => {
    const me = await house.signIn('taiyuan-energy-2');
    const passwords = [demoPassword, ...['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((word) => `${word}-Kiln-2026!`)];
    for (const [at, next] of passwords.slice(1, 5).entries()) {
      expect((await me.put('/password', { current: passwords[at], next })).status).toBe(204);
    }
    expect((await me.put('/password', { current: passwords[4], next: demoPassword })).body).toMatchObject({
      details: { faults: ['usedBefore'] },
    });
    expect((await me.put('/password', { current: passwords[4], next: passwords[5] })).status).toBe(204);
    expect((await me.put('/password', { current: passwords[5], next: demoPassword })).status).toBe(204);
  });

  it('is changed only by who knows the present one, and guesses at it lock as at sign-in', async () => {
    const me = await house.signIn('sx-industry-1');
    const wrong = () => me.put('/password', { current: 'Wrong-Password-1', next: 'Kiln-and-Oven-2026' });
    expect((await wrong()).body).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field: 'current', reason: 'wrong' }] } });
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await wrong();
    }
    expect((await me.put('/password', { current: demoPassword, next: 'Kiln-and-Oven-2026' })).body.code).toBe('ACCOUNT_LOCKED');
  });

  it('ends the other sessions of the person and keeps the one it was changed in', async () => {
    const [here, elsewhere] = [await house.signIn('sx-industry-2'), await house.signIn('sx-industry-2')];
    await here.put('/password', { current: demoPassword, next: 'Kiln-and-Oven-2026' });

    expect((await here.get('/me')).status).toBe(200);
    expect((await house.inside.post('/internal/token', { session: elsewhere.session })).status).toBe(401);
  });

  it('is stored as argon2id and written into the ledger as a change, without a word of it', async () => {
    const me = await house.signIn('jinyuan-heavy-2');
    await me.put('/password', { current: demoPassword, next: 'Kiln-and-Oven-2026' });
    const [row] = await house.database.query<{ passwordHash: string }[]>(
      "select passwordHash from credential where login = 'jinyuan-heavy-2'",
    );
    const entries = await house.database.query<{ kind: string; detail: string }[]>(
      `select kind, detail from ledger_entry
        where subject = 'organisation/org-jinyuan-heavy' and json_value(detail, '$.personId') = 'person-jinyuan-heavy-2' order by number`,
    );

    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(entries.map(({ kind }) => kind)).toEqual(['positionSeeded', 'passwordChanged']);
    expect(JSON.stringify(entries)).not.toMatch(/argon2|Kiln/);
  });
});
