import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answered, RunningGateway } from '../../testing/a-gateway';
import { aGateway } from '../../testing/a-gateway';

const built = '<meta property="csp-nonce" nonce="%nonce%"><script type="module" src="/assets/index-1.js"></script>';

describe('the portal', () => {
  let folder: string;
  let gateway: RunningGateway;
  const open = (path: string) => gateway.ask('GET', path, { accept: 'text/html,application/xhtml+xml' });
  const nonceOf = ({ text }: Answered) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-portal-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), built);
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

  it('lets in its own scripts and nothing inline but styles that bear the nonce of this answer', async () => {
    const [one, other] = [await open('/'), await open('/')];

    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain(`'nonce-${nonceOf(one)}'`);
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceOf(other)).not.toBe(nonceOf(one));
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
