import { anAccountsHouse, codeOf, demoPassword, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { EnrolledDto, SecondFactorDto, TotpEnrolmentDto } from './second-factor.dto';

const now = '2026-03-02T01:00:00.000Z';
const pass = (seconds: number) => jest.setSystemTime(jest.now() + seconds * 1000);

describe('an authenticator app', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill(now);
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });

  /** Somebody whose seeded app is taken away, so that nothing is enrolled. */
  const without = async (login: string): Promise<SignedInClient> => {
    await house.database.query('delete t from totp_secret t join credential c on c.personId = t.personId where c.login = ?', [login]);
    const answer = await house.tryToSignIn(login);
    return house.clientOf(answer);
  };
  const enrol = async (me: SignedInClient, stepsLater = 0) => {
    const { body } = await me.post<TotpEnrolmentDto>('/second-factor/totp', {});
    const answer = await me.post<EnrolledDto>('/second-factor/totp/confirm', { code: codeOf(body.secret, stepsLater) });
    return { secret: body.secret, uri: body.uri, ...answer };
  };
  const signInWith = async (login: string, code: string) => house.tryToSignIn(login, demoPassword, undefined, code);

  it.each([
    ['a manager', 'changzhi-energy-1'],
    ['a super administrator', 'sx-kjt-admin'],
    ['a unit’s administrator, who issues logins', 'unit-zhangling-coal-admin'],
  ])('is enrolled by %s before anything else is open', async (_, login) => {
    const me = await without(login);

    expect(me.signedIn).toMatchObject({ must: 'enrol', secondFactors: [], steppedUpUntil: null });
    for (const path of ['/organisations', '/sessions', '/routes?unit=unit-zhangling-coal&door=municipal']) {
      expect((await me.get(path)).body).toMatchObject({ code: 'SECOND_FACTOR_NOT_ENROLLED', status: 403 });
    }
    expect((await me.post('/credentials', {}, 'totp-spec-act')).body.code).toBe('SECOND_FACTOR_NOT_ENROLLED');
    expect((await me.get('/me')).body).toMatchObject({ must: 'enrol' });
    expect((await me.get('/second-factor')).body).toMatchObject({ compulsory: true, totpSince: null, recoveryCodesLeft: 0 });

    const { status, body, secret, uri } = await enrol(me);
    expect(status).toBe(200);
    expect(body.recoveryCodes).toHaveLength(10);
    expect(uri).toContain(`secret=${secret}`);
    expect((await me.get('/me')).body).toMatchObject({ must: null, secondFactors: ['totp'], steppedUpUntil: '2026-03-02T01:10:00.000Z' });
    expect((await me.get('/organisations')).status).toBe(200);
  });

  it('may be left to whoever manages nobody, and be given up again', async () => {
    const me = await house.signIn('unit-zhangling-coal-1');
    expect(me.signedIn).toMatchObject({ must: null, secondFactors: [], steppedUpUntil: null });
    await enrol(me);

    expect((await house.tryToSignIn('unit-zhangling-coal-1')).body.must).toBe('second-factor');
    expect((await me.delete('/second-factor/totp')).status).toBe(204);
    expect((await me.get<SecondFactorDto>('/second-factor')).body).toEqual({
      ...{ compulsory: false, totpSince: null, passkeys: [], recoveryCodesLeft: 0 },
    });
    expect((await house.tryToSignIn('unit-zhangling-coal-1')).body.must).toBeNull();
    expect((await me.delete('/second-factor/totp')).body.code).toBe('NOT_FOUND');
  });

  it('stays with who holds a managing position', async () => {
    const me = await house.signIn('sx-energy-1');

    expect((await me.delete('/second-factor/totp')).body).toMatchObject({ code: 'LAST_SECOND_FACTOR', status: 409 });
    expect((await me.get('/me')).body).toMatchObject({ secondFactors: ['totp'] });
  });

  it('counts only once a code of it was shown', async () => {
    const me = await without('sx-energy-2');
    await me.post('/second-factor/totp', {});

    expect((await me.post('/second-factor/totp/confirm', { code: '000000' })).body).toMatchObject({
      code: 'SECOND_FACTOR_REFUSED',
      status: 422,
    });
    expect((await me.get('/me')).body).toMatchObject({ must: 'enrol' });
    expect((await house.tryToSignIn('sx-energy-2')).body.must).toBe('enrol');
  });

  it('takes the place of an earlier one, whose codes and sessions without it open nothing any more', async () => {
    const elsewhere = await without('sx-industry-1');
    const me = house.clientOf(await house.tryToSignIn('sx-industry-1'));
    const first = await enrol(me);
    const second = await enrol(me, 1);

    expect(second.body.recoveryCodes).toBeNull();
    expect((await signInWith('sx-industry-1', codeOf(first.secret, 1))).body.code).toBe('SIGN_IN_REFUSED');
    pass(60);
    expect((await signInWith('sx-industry-1', codeOf(second.secret))).body.must).toBeNull();
    expect((await elsewhere.get('/organisations')).body.code).toBe('SECOND_FACTOR_NEEDED');
  });

  it('gives codes for one use each, of this half minute and the ones beside it', async () => {
    const { secret } = await enrol(await without('sx-industry-2'), -1);
    const codes = [-2, 0, 1, 2].map((steps) => codeOf(secret, steps));
    const [old = '', present = '', next = '', late = ''] = codes;

    expect((await signInWith('sx-industry-2', old)).body.code).toBe('SIGN_IN_REFUSED');
    expect((await signInWith('sx-industry-2', late)).body.code).toBe('SIGN_IN_REFUSED');
    expect((await signInWith('sx-industry-2', present)).status).toBe(201);
    expect((await signInWith('sx-industry-2', present)).body).toMatchObject({ code: 'CODE_USED', status: 409 });
    expect((await signInWith('sx-industry-2', next)).status).toBe(201);
    expect((await signInWith('sx-industry-2', present)).body.code).toBe('CODE_USED');
    pass(30);
    expect((await signInWith('sx-industry-2', next)).body.code).toBe('CODE_USED');
    expect((await signInWith('sx-industry-2', late)).status).toBe(201);
  });

  it('gives a code to one sign-in only, however many come with it at once', async () => {
    const { secret } = await enrol(await without('taiyuan-energy-1'), -1);
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => signInWith('taiyuan-energy-1', code)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('is sealed at rest, and written into the ledger as a fact without a digit of the secret', async () => {
    const me = await without('changzhi-energy-2');
    const { secret } = await enrol(me);
    await me.post('/second-factor/totp', {});
    const [stored] = await house.database.query<{ secret: string; begun: string }[]>(
      "select secret, begun from totp_secret where personId = 'person-changzhi-energy-2'",
    );
    const entries = await house.database.query<{ kind: string; detail: string }[]>(
      "select kind, detail from ledger_entry where json_value(detail, '$.personId') = 'person-changzhi-energy-2' order by id",
    );

    expect(entries.map(({ kind }) => kind)).toEqual(['positionSeeded', 'secondFactorEnrolled']);
    expect([stored?.secret, stored?.begun]).toEqual(Array(2).fill(expect.stringMatching(/^k1\.[\w-]{22}\.[\w-]+\.[\w-]{43}$/)));
    expect(JSON.stringify([stored, entries])).not.toContain(secret);
  });
});
