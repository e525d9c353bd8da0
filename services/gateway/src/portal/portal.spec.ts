import type { ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answered, RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';

const built = '<head><meta property="csp-nonce" nonce="%nonce%"><script type="module" src="/assets/index-1.js"></script></head>';
const pages = {
  '/register': { scripts: ['assets/register-1.js'], styles: ['assets/register-1.css'], asks: ['/register'] },
  '/register/$number': { scripts: ['assets/registered-1.js'], styles: [], asks: [] },
  '/review': { scripts: [], styles: [], asks: ['/me', '/submissions/queue/counts', '/house'] },
};

describe('the portal', () => {
  let folder: string;
  let gateway: RunningGateway;
  const open = (path: string) => gateway.ask('GET', path, { accept: 'text/html,application/xhtml+xml' });
  const nonceOf = ({ text }: Answered) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-portal-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), built);
    await writeFile(join(folder, 'pages.json'), JSON.stringify(pages));
    await writeFile(join(folder, 'assets/index-1.js'), 'plain');
    await writeFile(join(folder, 'assets/index-1.js.br'), 'small');
    gateway = await aGateway({ DENGKE_PORTAL_DIR: folder });
  });
  afterAll(async () => {
    await gateway.stop();
    await rm(folder, { recursive: true });
  });

  it.each(['/', '/submissions/2026-000017', '/sign-in?to=%2Fachievements'])(
    'answers %s with its one page, which is never kept',
    async (path) => {
      const page = await open(path);

      expect(page.text).toContain('src="/assets/index-1.js"');
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache, no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(page.headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('says where workflows are to be seen, where the gateway has a Temporal UI to show', async () => {
    const showing = await aGateway({ DENGKE_PORTAL_DIR: folder, DENGKE_TEMPORAL_UI_URL: 'http://127.0.0.1:1' });
    const shown = await showing.ask('GET', '/', { accept: 'text/html' });
    await showing.stop();

    expect(shown.text).toContain('<meta name="workflows" content="/temporal/">');
    expect((await open('/')).text).not.toContain('name="workflows"');
  });

  it('lets in its own scripts and nothing inline but styles that bear the nonce of this answer', async () => {
    const [one, other] = [await open('/'), await open('/')];

    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain(`'nonce-${nonceOf(one)}'`);
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceOf(other)).not.toBe(nonceOf(one));
  });

  it.each([
    ['/register', ['register-1.js', 'register-1.css']],
    ['/register?q=%E5%85%89', ['register-1.js', 'register-1.css']],
    ['/register/141502023Y0001', ['registered-1.js']],
    ['/register/', []],
    ['/somewhere/else', []],
  ])('names for %s what its page needs besides', async (path, files) => {
    const [, head = ''] = /index-1\.js"><\/script>(.*)<\/head>/.exec((await open(path)).text) ?? [];

    expect(Array.from(head.matchAll(/<link[^>]*href="\/assets\/([^"]+)"/g), ([, file]) => file)).toEqual(files);
  });

  describe('answers with the page what it asks first', () => {
    const answersIn = ({ text }: Answered) => JSON.parse(/id="answers">(.*?)<\/script>/.exec(text)?.[1] ?? '') as Record<string, unknown>;
    const json = (status: number, body: unknown) => (_request: unknown, reply: ServerResponse) =>
      void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

    it('of whoever opens it', async () => {
      gateway.accounts.answers(json(200, { token: 'of-the-session', login: '</script><script>' }));
      gateway.achievements.answers(json(200, { all: 3 }));

      const page = await gateway.ask('GET', '/review', { accept: 'text/html', cookie: `dengke_session=${session}` });

      expect(answersIn(page)).toMatchObject({ '/me': { login: '</script><script>' }, '/submissions/queue/counts': { all: 3 } });
      expect(page.text).not.toContain('</script><script>');
      expect(gateway.achievements.last.headers).toMatchObject({ authorization: 'Bearer of-the-session' });
    });

    it('without what is refused', async () => {
      gateway.achievements.answers(json(403, { code: 'NOT_ALLOWED' }));

      expect(answersIn(await open('/review'))).not.toHaveProperty('/submissions/queue/counts');
    });

    it('without what does not come soon', async () => {
      gateway.achievements.answers(() => undefined);

      expect(answersIn(await open('/register'))).toEqual({});
    });

    it('without what breaks off on its way', async () => {
      gateway.achievements.answers((_request, reply) => {
        reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"items":');
        setImmediate(() => reply.destroy());
      });

      const page = await open('/register');

      expect([page.status, answersIn(page)]).toEqual([200, {}]);
    });

    it('but not with a search, which asks for something else', async () => {
      gateway.achievements.answers(json(200, { items: [] }));

      expect(answersIn(await open('/register'))).toEqual({ '/register': { items: [] } });
      expect(answersIn(await open('/register?name=x'))).toEqual({});
    });
  });

  it('is compressed for whoever takes it so', async () => {
    const page = await gateway.ask('GET', '/', { accept: 'text/html', 'accept-encoding': 'gzip, br' });

    expect(page.headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringContaining('accept-encoding') as string });
  });

  it('hands its files out for ever, compressed as they were built', async () => {
    const plain = await gateway.ask('GET', '/assets/index-1.js');
    const small = await gateway.ask('GET', '/assets/index-1.js', { 'accept-encoding': 'gzip, br' });

    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect([plain.text, small.text, small.headers['content-encoding']]).toEqual(['plain', 'small', 'br']);
  });

  it.each(['/assets/index-2.js', '/api/unknown', '/health/unknown'])('has no page at %s', async (path) => {
    expect((await open(path)).json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('answers scripts that ask for what is not there with the refusal of the house', async () => {
    expect((await gateway.ask('GET', '/somewhere', { accept: 'application/json' })).json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not there where nothing was built, and the API still is', async () => {
    const without = await aGateway({ DENGKE_PORTAL_DIR: join(folder, 'nothing') });

    const page = await without.ask('GET', '/', { accept: 'text/html' });
    const ready = await without.ask('GET', '/health/ready');
    await without.stop();

    expect(page.json()).toMatchObject({ code: 'NOT_FOUND' });
    expect(ready.json()).toMatchObject({ status: 'ready' });
  });
});
