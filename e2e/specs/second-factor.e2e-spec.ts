import type { Problem } from '@dengke/contract';
import { eventually } from '@dengke/test-kit';
import { request } from 'undici';
import { SharedLogin } from '../src/shared-login';
import { Refused } from '../src/client';
import type { DemonstrationPeople, DemonstrationPerson } from '../src/demonstration-people';
import { demonstrationPeople, somebodyAt } from '../src/demonstration-people';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';

interface Answer {
  status: number;
  cookie: string;
  body: Partial<Problem> & { must?: string | null; person?: { id: string } };
}

/** As a browser does it: the session is in a cookie that no script reads. */
describe('a clerk at the browser', () => {
  let stack: StackForSpecs;
  let people: DemonstrationPeople;
  let clerk: DemonstrationPerson;
  let shared: SharedLogin;

  beforeAll(async () => {
    [stack, people] = await Promise.all([aStack(), demonstrationPeople()]);
    clerk = somebodyAt(people, 'org-taiyuan-energy', 'manager', 1);
    shared = SharedLogin.of(stack.addresses.publicUrl, clerk.login, clerk.totpSecret);
  }, 120_000);
  afterAll(() => stack.release(), 60_000);

  /** Beside this one another spec kills the parts of the stack: who is not answered asks again. */
  const ask = (method: 'GET' | 'POST', path: string, cookie: string, body?: object): Promise<Answer> =>
    eventually(async () => {
      const answer = await askOnce(method, path, cookie, body);
      expect(answer.status).not.toBe(503);
      return answer;
    }, 30_000);

  const askOnce = async (method: 'GET' | 'POST', path: string, cookie: string, body?: object): Promise<Answer> => {
    const page = { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }) };
    const answer = await request(`${stack.addresses.publicUrl}/api/v1${path}`, {
      method,
      headers: { ...page, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const set = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    return { status: answer.statusCode, cookie: set, body: (await answer.body.json()) as Answer['body'] };
  };

  /** Another process may have used the code. */
  const unlessUsed = (answer: Answer): Answer => {
    if (answer.body.code === 'CODE_USED') {
      throw new Refused(answer.body as Problem, 'showing a code');
    }
    return answer;
  };

  it('gets nowhere with the password alone, in no service, and in with the code of the app, under another cookie', async () => {
    const half = await ask('POST', '/sessions', '', { login: clerk.login, password: people.password });
    expect(half.body).toMatchObject({ must: 'second-factor' });
    for (const path of ['/organisations', '/submissions', '/inbox']) {
      expect((await ask('GET', path, half.cookie)).body).toMatchObject({ code: 'SECOND_FACTOR_NEEDED' });
    }

    const shown = await shared.withCode(async (code) =>
      unlessUsed(await ask('POST', '/sessions/current/second-factor', half.cookie, { code })),
    );
    expect(shown).toMatchObject({ status: 200, body: { must: null, person: { id: clerk.id } } });
    expect(shown.cookie).toMatch(/^dengke_session=./);
    expect(shown.cookie).not.toBe(half.cookie);
    for (const path of ['/organisations', '/submissions', '/inbox']) {
      expect((await ask('GET', path, shown.cookie)).status).toBe(200);
    }
    expect((await ask('GET', '/me', half.cookie)).status).toBe(401);
  }, 60_000);

  it('cannot use the same code twice', async () => {
    const codes: string[] = [];
    const signIn = async (code = '') => {
      codes.push(code);
      return ask('POST', '/sessions', '', { login: clerk.login, password: people.password, code });
    };
    expect((await shared.withCode(async (code) => unlessUsed(await signIn(code)))).status).toBe(201);
    expect((await signIn(codes.at(-1))).body).toMatchObject({ code: 'CODE_USED' });
  }, 60_000);
});
