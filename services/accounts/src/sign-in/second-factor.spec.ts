import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@dengke/contract';
import { anAccountsHouse, codeOf, demoPassword, standStill } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import type { SignedInDto } from './sign-in.dto';

const now = '2026-03-02T01:00:00.000Z';
const pass = (seconds: number) => jest.setSystemTime(jest.now() + seconds * 1000);
const { people } = JSON.parse(readFileSync(join(__dirname, '../../seed/people.json'), 'utf8')) as {
  people: { login: string; totpSecret?: string }[];
};
const secretOf = (login: string): string => people.find((person) => person.login === login)?.totpSecret ?? '';

describe('the second factor at the sign-in', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
    standStill(now);
  });
  afterAll(async () => {
    await house.close();
    jest.useRealTimers();
  });
  beforeEach(async () => {
    pass(120);
    await house.database.query('delete from address_failure');
    await house.database.query('delete from login_attempts');
  });

  const show = (me: SignedInClient, code: string) => me.post<SignedInDto & Problem>('/sessions/current/second-factor', { code });
  const half = async (login: string) => house.clientOf(await house.tryToSignIn(login));
  const withCode = (login: string, code: string, password = demoPassword) => house.tryToSignIn(login, password, undefined, code);

  it('is asked for only after a right password, and opens nothing before it was shown', async () => {
    expect((await house.tryToSignIn('sx-kjt-1', 'Wrong-Password-1')).body.code).toBe('SIGN_IN_REFUSED');
    const me = await half('sx-kjt-1');

    expect(me.signedIn).toMatchObject({ must: 'second-factor', secondFactors: ['totp'], steppedUpUntil: null });
    for (const path of ['/organisations', '/sessions', '/second-factor']) {
      expect((await me.get(path)).body).toMatchObject({ code: 'SECOND_FACTOR_NEEDED', status: 403 });
    }
    expect((await me.put('/password', { current: demoPassword, next: 'Kiln-and-Oven-2026' })).body.code).toBe('SECOND_FACTOR_NEEDED');
    expect((await me.post('/second-factor/totp', {})).body.code).toBe('SECOND_FACTOR_NEEDED');
    expect((await me.post('/credentials', {}, 'half-a-session')).body.code).toBe('SECOND_FACTOR_NEEDED');
    expect((await me.get('/me')).body).toMatchObject({ must: 'second-factor' });
    expect((await me.delete('/sessions/current')).status).toBe(204);
  });

  it('completes the sign-in under a new session token; the first opens nothing any more', async () => {
    const me = await half('sx-kjt-1');
    const whole = house.clientOf(await show(me, codeOf(secretOf('sx-kjt-1'))));

    expect(whole.signedIn.must).toBeNull();
    expect(whole.session).not.toBe(me.session);
    expect((await house.inside.post('/internal/token', { session: me.session })).status).toBe(401);
    expect((await whole.get('/organisations')).status).toBe(200);
  });

  it('may come with the password in one step', async () => {
    expect((await withCode('sx-kjt-2', codeOf(secretOf('sx-kjt-2')))).body).toMatchObject({ must: null, secondFactors: ['totp'] });
  });

  it('does not tell a wrong code from a wrong password or an unknown login', async () => {
    const answers = [
      await withCode('sx-kjt-1', '000000'),
      await withCode('sx-kjt-1', codeOf(secretOf('sx-kjt-1')), 'Wrong-Password-1'),
      await withCode('nobody-of-that-name', '000000'),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([401, 'SIGN_IN_REFUSED']));
  });

  it('is guessed at no more often than a password: right passwords in between do not start the count anew', async () => {
    const codes: (string | undefined)[] = [];
    for (let guess = 1; guess <= 3; guess += 1) {
      const me = await half('changzhi-energy-1');
      codes.push((await show(me, `00000${guess}`)).body.code, (await withCode('changzhi-energy-1', `00010${guess}`)).body.code);
    }

    expect(codes).toEqual([
      ...['SECOND_FACTOR_REFUSED', 'SIGN_IN_REFUSED', 'SECOND_FACTOR_REFUSED', 'SIGN_IN_REFUSED', 'SECOND_FACTOR_REFUSED'],
      'ACCOUNT_LOCKED',
    ]);
    expect((await house.tryToSignIn('changzhi-energy-1')).body.code).toBe('ACCOUNT_LOCKED');
    pass(5 * 60 + 1);
    expect((await withCode('changzhi-energy-1', codeOf(secretOf('changzhi-energy-1')))).status).toBe(201);
  });

  it('is guessed at no more often than five times, however many guesses come at once', async () => {
    const me = await half('changzhi-energy-2');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => show(me, String(100_000 + at))));

    expect(answers.filter(({ body }) => body.code === 'SECOND_FACTOR_REFUSED')).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'ACCOUNT_LOCKED')).toHaveLength(15);
  });

  it('does not count a code that was used before as a guess', async () => {
    const code = codeOf(secretOf('sx-industry-1'));
    expect((await withCode('sx-industry-1', code)).status).toBe(201);
    for (let again = 1; again <= 6; again += 1) {
      expect((await withCode('sx-industry-1', code)).body.code).toBe('CODE_USED');
    }
    expect((await house.tryToSignIn('sx-industry-1')).status).toBe(201);
  });

  it('is either a code or a passkey', async () => {
    const me = await half('sx-industry-2');
    expect((await me.post('/sessions/current/second-factor', {})).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  describe('shown again', () => {
    const request = (login: string) => ({
      ...{ organisationId: 'unit-zhangling-coal', role: 'completer', login },
      person: { name: '新来者' },
    });

    it('is needed to issue a login ten minutes after it was shown last', async () => {
      const me = await house.signIn('changzhi-energy-1');
      expect((await me.post('/credentials', request('step-up-one'), 'step-up-spec-1')).status).toBe(201);
      pass(10 * 60 - 1);
      expect((await me.post('/credentials', request('step-up-two'), 'step-up-spec-2')).status).toBe(201);
      pass(1);
      expect((await me.post('/credentials', request('step-up-three'), 'step-up-spec-3')).body).toMatchObject({
        code: 'STEP_UP_NEEDED',
        status: 403,
      });
      expect((await me.get('/organisations')).status).toBe(200);

      const renewed = await show(me, codeOf(secretOf('changzhi-energy-1')));
      expect(renewed).toMatchObject({ status: 200, body: { steppedUpUntil: new Date(jest.now() + 600_000).toISOString() } });
      expect(renewed.headers).not.toHaveProperty('x-dengke-session');
      expect((await me.post('/credentials', request('step-up-three'), 'step-up-spec-3')).status).toBe(201);
    });

    it('is needed to set what a manager may do', async () => {
      const me = await house.signIn('sx-energy-admin');
      pass(10 * 60);
      const { body } = await me.put('/positions/any/rights', { rights: [], reason: '调整分工' }, 'step-up-spec-4');
      expect(body.code).toBe('STEP_UP_NEEDED');
    });

    it('is needed to change what the second factor is', async () => {
      const me = await house.signIn('sx-energy-1');
      pass(10 * 60);
      for (const path of ['/second-factor/totp', '/second-factor/passkeys/options', '/second-factor/recovery-codes']) {
        expect((await me.post(path, {})).body.code).toBe('STEP_UP_NEEDED');
      }
      expect((await me.post('/second-factor/totp/confirm', { code: '000000' })).body.code).toBe('STEP_UP_NEEDED');
      expect((await me.delete('/second-factor/totp')).body.code).toBe('STEP_UP_NEEDED');
    });

    it('is judged by accounts, not by the token: a fresh showing counts for an act at once, under the token of before', async () => {
      const me = await house.signIn('changzhi-energy-2');
      pass(10 * 60);
      const token = await me.token();
      await show(me, codeOf(secretOf('changzhi-energy-2')));
      const { body } = await house.inside.post<{ caller: { steppedUpUntil: string } }>('/internal/confirm', { token });

      expect(body.caller.steppedUpUntil).toBe(new Date(jest.now() + 600_000).toISOString());
    });
  });
});
