import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';
import { json as answerJson } from '../../testing/tiny-service';

const cookie = `other=1; dengke_session=${session}`;
const json = { 'content-type': 'application/json' };
const signIn = '{"login":"l","password":"p"}';

describe('a session at the gateway', () => {
  let gateway: RunningGateway;
  let page: Record<string, string>;

  beforeAll(async () => {
    gateway = await aGateway();
    page = { 'sec-fetch-site': 'same-origin', origin: gateway.url };
  });
  afterAll(() => gateway.stop());

  it('begins in a cookie that no script reads and no other site sends', async () => {
    const answer = await gateway.ask('POST', '/api/v1/sessions', { ...json, ...page }, signIn);

    expect(answer.status).toBe(201);
    expect(answer.headers['set-cookie']).toBe(`dengke_session=${session}; Path=/; HttpOnly; SameSite=Strict`);
    expect(answer.headers).not.toHaveProperty('x-dengke-session');
  });

  it('is given to a script in a header', async () => {
    const answer = await gateway.ask('POST', '/api/v1/sessions', json, signIn);

    expect(answer.headers['x-dengke-session']).toBe(session);
  });

  it('is not asked for at the sign-in, even when an old one is shown', async () => {
    const answer = await gateway.ask(
      'POST',
      '/api/v1/sessions',
      { ...json, ...page, cookie: 'dengke_session=long-ended-session-000' },
      signIn,
    );

    expect(answer.status).toBe(201);
    expect(gateway.accounts.last.headers).not.toHaveProperty('cookie');
  });

  it('ends with the cookie', async () => {
    const answer = await gateway.ask('DELETE', '/api/v1/sessions/current', { ...page, cookie });

    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toBe('dengke_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
  });

  it('that accounts does not know is 401, and its cookie is taken away', async () => {
    const answer = await gateway.ask('GET', '/api/v1/me', { cookie: 'dengke_session=never-known-session-0' });

    expect(answer.json()).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect(answer.headers['set-cookie']).toMatch(/Max-Age=0/);
  });

  it('by cookie opens what is safe from anywhere', async () => {
    const answer = await gateway.ask('GET', '/api/v1/submissions', { cookie, 'sec-fetch-site': 'cross-site' });

    expect(answer.status).toBe(200);
    expect(gateway.achievements.last.headers.authorization).toBe('Bearer a.signed.token');
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['nowhere', {}],
  ])('by cookie does nothing for %s', async (_, headers) => {
    const before = gateway.achievements.seen.length;

    const answer = await gateway.ask('POST', '/api/v1/drafts', { ...json, cookie, ...headers }, '{}');

    expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
    expect(gateway.achievements.seen).toHaveLength(before);
  });

  it('is not begun by another site either', async () => {
    const answer = await gateway.ask('POST', '/api/v1/sessions', { ...json, 'sec-fetch-site': 'cross-site' }, signIn);

    expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('by cookie acts from our own pages, also of browsers that only say their origin', async () => {
    const modern = await gateway.ask('POST', '/api/v1/drafts', { ...json, cookie, 'sec-fetch-site': 'same-origin' }, '{}');
    const older = await gateway.ask('POST', '/api/v1/drafts', { ...json, cookie, origin: gateway.url }, '{}');

    expect([modern.status, older.status]).toEqual([200, 200]);
  });

  it('of a script needs no origin', async () => {
    const answer = await gateway.ask('POST', '/api/v1/drafts', { ...json, authorization: `Session ${session}` }, '{}');

    expect(answer.status).toBe(200);
  });
});

describe('the token of a session', () => {
  const script = { authorization: `Session ${session}` };
  let gateway: RunningGateway;
  const minted = () => gateway.accounts.seen.filter(({ url }) => url === '/internal/token').length;

  beforeEach(async () => {
    gateway = await aGateway();
  });
  afterEach(() => gateway.stop());

  it('serves the requests of a moment, also those that come at once', async () => {
    await Promise.all([1, 2, 3].map(() => gateway.ask('GET', '/api/v1/submissions', script)));
    await gateway.ask('POST', '/api/v1/drafts', { ...script, ...json }, '{}');

    expect(minted()).toBe(1);
    expect(gateway.achievements.seen.map(({ headers }) => headers.authorization)).toEqual(Array(4).fill('Bearer a.signed.token'));
  });

  it('is asked for anew after anything that accounts was told to do', async () => {
    await gateway.ask('GET', '/api/v1/submissions', script);
    await gateway.ask('DELETE', '/api/v1/sessions/current', script);
    await gateway.ask('GET', '/api/v1/submissions', script);

    expect(minted()).toBe(2);
  });

  it('is asked for anew after ten seconds: what has ended elsewhere is over for plain reads by then', async () => {
    jest.useFakeTimers({ now: new Date('2026-03-02T01:00:00.000Z'), advanceTimers: true });
    await gateway.ask('GET', '/api/v1/submissions', script);
    gateway.accounts.answers((_request, reply) => answerJson(reply, 401, { code: 'NOT_SIGNED_IN' }));

    jest.setSystemTime(new Date('2026-03-02T01:00:09.000Z'));
    const lagging = await gateway.ask('GET', '/api/v1/submissions', script);
    jest.setSystemTime(new Date('2026-03-02T01:00:15.000Z'));
    const over = await gateway.ask('GET', '/api/v1/submissions', script);
    jest.useRealTimers();

    expect([lagging.status, over.status]).toEqual([200, 401]);
    expect(gateway.achievements.seen).toHaveLength(2);
  });

  it('that breaks off on its way is not there now, and is asked for anew', async () => {
    const usual = { token: 'a.signed.token' };
    gateway.accounts.answers((_request, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 }).write('{"token":"a.si', () => reply.destroy());
    });
    const broken = await gateway.ask('GET', '/api/v1/submissions', script);
    gateway.accounts.answers((_request, reply) => answerJson(reply, 200, usual));
    const after = await gateway.ask('GET', '/api/v1/submissions', script);

    expect(broken.json()).toMatchObject({ code: 'UNAVAILABLE', status: 503 });
    expect(after.status).toBe(200);
  });

  it('is not remembered when there was none', async () => {
    const stranger = { authorization: 'Session never-known-session-0' };

    const answers = [await gateway.ask('GET', '/api/v1/me', stranger), await gateway.ask('GET', '/api/v1/me', stranger)];

    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(minted()).toBe(2);
  });
});

describe('a session behind https', () => {
  it('is known by the name alone that no other host can set', async () => {
    const gateway = await aGateway({ DENGKE_PUBLIC_URL: 'https://register.example' });

    const planted = await gateway.ask('GET', '/api/v1/submissions', { cookie });
    const ours = await gateway.ask('GET', '/api/v1/submissions', { cookie: `${cookie}; __Host-dengke_session=${session}` });
    const seen = gateway.achievements.seen.map(({ headers }) => headers.authorization);
    await gateway.stop();

    expect([planted.status, ours.status]).toEqual([200, 200]);
    expect(seen).toEqual([undefined, 'Bearer a.signed.token']);
  });

  it('is Secure, and the transport strict', async () => {
    const gateway = await aGateway({ DENGKE_PUBLIC_URL: 'https://register.example' });

    const answer = await gateway.ask('POST', '/api/v1/sessions', { ...json, origin: 'https://register.example' }, signIn);
    await gateway.stop();

    expect(answer.headers['set-cookie']).toBe(`__Host-dengke_session=${session}; Path=/; HttpOnly; SameSite=Strict; Secure`);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    expect(gateway.accounts.last.headers['x-forwarded-proto']).toBe('https');
  });
});
