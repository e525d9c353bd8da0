import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';
import { json, TinyService } from '../../testing/tiny-service';

const page = { cookie: `dengke_session=${session}`, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const script = '\n  import("/temporal/_app/immutable/entry/start.js");\n';
const html = `<html><head><link rel="modulepreload" href="/x.js"></head><body><script>${script}</script></body></html>`;
const workflow = '/temporal/api/v1/namespaces/default/workflows/submission%2F2026-000017';
const details = `${workflow}/query/__temporal_workflow_metadata?run_id=r`;

describe('the Temporal UI behind the gateway', () => {
  let ui: TinyService;
  let gateway: RunningGateway;
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body: string | null = null) =>
    gateway.ask(method, path, { ...page, ...(body === null ? {} : { 'content-type': 'application/json' }), ...headers }, body);

  beforeEach(async () => {
    ui = await new TinyService().start();
    gateway = await aGateway({ DENGKE_TEMPORAL_UI_URL: ui.url });
    gateway.achievements.answers((_request, reply) => void reply.writeHead(204).end());
    ui.answers((_request, reply) => answered(reply, 'text/html', html));
  });
  afterEach(async () => {
    await gateway.stop();
    await ui.stop();
  });

  it('is shown to whoever achievements lets, who is asked with the person’s token', async () => {
    const answer = await ask('GET', '/temporal/namespaces/default/workflows?query=x');

    expect([answer.status, answer.text]).toEqual([200, html]);
    expect(ui.last).toMatchObject({ method: 'GET', url: '/temporal/namespaces/default/workflows?query=x' });
    expect(gateway.achievements.last).toMatchObject({ url: '/api/v1/temporal', headers: { authorization: 'Bearer a.signed.token' } });
  });

  it('is not there for anybody else: without a session, or where achievements refuses', async () => {
    const strangers = await gateway.ask('GET', '/temporal/', { accept: 'application/json' });
    gateway.achievements.answers((_request, reply) => json(reply, 403, { code: 'NOT_ALLOWED', status: 403 }));
    const paths = ['/temporal', '/temporal/', '/temporal/_app/immutable/entry/start.js', '/temporal/api/v1/settings', '/render?content=x'];
    const answers = await Promise.all(paths.map((path) => ask('GET', path)));

    expect(strangers.json()).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect(answers.map((answer) => answer.json().code)).toEqual(paths.map(() => 'NOT_ALLOWED'));
    expect(ui.seen).toEqual([]);
  });

  it.each([
    ['without a session', {}, 'NOT_SIGNED_IN'],
    ['whose session has ended', { cookie: 'dengke_session=another-session-0123456789' }, 'NOT_SIGNED_IN'],
    ['who has not shown the second factor', page, 'SECOND_FACTOR_NEEDED'],
  ])('sends a browser %s to the portal’s sign-in, with the way back', async (_, headers: Record<string, string>, code) => {
    gateway.achievements.answers((_request, reply) => json(reply, 403, { code, status: 403 }));
    const path = '/temporal/namespaces/default/workflows?query=Stage%3D%22unit%22&page=2';
    const opened = await gateway.ask('GET', path, { ...headers, accept: 'text/html,application/xhtml+xml' });

    expect([opened.status, opened.headers['cache-control']]).toEqual([302, 'no-store']);
    expect(opened.headers.location).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    expect(ui.seen).toEqual([]);
  });

  it('sends nobody else there: its scripts and frames, what is asked by POST, who is refused', async () => {
    const asks: [string, string, string][] = [
      ['GET', '/temporal/api/v1/settings', 'application/json'],
      ['GET', '/render?content=x', 'text/html'],
      ['HEAD', '/temporal/', 'text/html'],
      ['POST', details, 'text/html'],
    ];
    const strangers = await Promise.all(asks.map(([method, path, accept]) => gateway.ask(method, path, { accept })));
    gateway.achievements.answers((_request, reply) => json(reply, 403, { code: 'NOT_ALLOWED', status: 403 }));

    expect(strangers.map(({ status }) => status)).toEqual(asks.map(() => 401));
    expect((await ask('GET', '/temporal/')).json()).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is closed while nobody can be asked', async () => {
    await gateway.achievements.stop();

    expect((await ask('GET', '/temporal/')).json()).toMatchObject({ code: 'UNAVAILABLE' });
    expect(ui.seen).toEqual([]);
    await gateway.achievements.start();
  });

  it.each([
    ['POST', `${workflow}/terminate`],
    ['POST', `${workflow}/signal/refresh`],
    ['POST', `${workflow}/query/progress`],
    ['POST', '/temporal/api/v1/namespaces/default/batch-operations/x'],
    ['POST', '/temporal/api/v1/namespaces/default/workflows/x/terminate?/query/__temporal_workflow_metadata'],
    ['POST', '/temporal/'],
    ['PUT', details],
    ['PATCH', '/temporal/api/v1/settings'],
    ['DELETE', '/temporal/api/v1/namespaces/default/schedules/x'],
  ])('changes nothing: %s %s is refused, also to who may look', async (method, path) => {
    const answer = await ask(method, path, {}, '{}');

    expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'read-only' } });
    expect(ui.seen).toEqual([]);
  });

  it('asks a workflow for its details and its stack from our own pages alone, and for nothing that would be another method', async () => {
    ui.answers((_request, reply) => json(reply, 200, { queryResult: {} }));

    const ours = await ask('POST', details, { 'x-http-method-override': 'DELETE' }, '{"query":{}}');
    const stack = await ask('POST', details.replace('temporal_workflow_metadata', 'stack_trace'), {}, '{"query":{}}');
    const elsewhere = await ask('POST', details, { 'sec-fetch-site': 'cross-site' }, '{}');

    expect([ours.status, stack.status, elsewhere.status]).toEqual([200, 200, 403]);
    expect(ui.seen).toHaveLength(2);
    expect(ui.seen[0]?.headers['x-http-method-override']).toBeUndefined();
    expect(ui.last.headers).toMatchObject({ cookie: '_csrf=gateway', 'x-csrf-token': 'gateway', 'content-type': 'application/json' });
  });

  it('is told nothing of the session, and sets no cookie of its own', async () => {
    ui.answers(
      (_request, reply) => void reply.writeHead(200, { 'content-type': 'text/css', 'set-cookie': '_csrf=x', server: 'ui' }).end('a{}'),
    );

    const answer = await ask('GET', '/temporal/_app/immutable/assets/a.css', { authorization: `Session ${session}` });

    expect(JSON.stringify(ui.last.headers)).not.toContain(session);
    expect(ui.last.headers.authorization).toBeUndefined();
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  });

  it('lets its page run its own files and the one script that stands in it', async () => {
    const policy = String((await ask('GET', '/temporal/')).headers['content-security-policy']);

    expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
    expect(policy).toMatch(/default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
  });

  it('shows what is written as markdown in a frame in which nothing runs', async () => {
    const answer = await ask('GET', '/render?content=**a**&theme=light');

    expect(ui.last.url).toBe('/temporal/temporal/render?content=**a**&theme=light');
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox(?!.*allow-scripts)/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is UNAVAILABLE while it is away', async () => {
    await ui.stop();

    expect((await ask('GET', '/temporal/')).json()).toMatchObject({ code: 'UNAVAILABLE', details: { service: 'temporal-ui' } });
  });

  it('is nowhere where the gateway is told of none', async () => {
    const without = await aGateway();

    const answer = await without.ask('GET', '/temporal/api/v1/settings', { ...page, accept: 'application/json' });
    await without.stop();

    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});

function answered(reply: ServerResponse, type: string, content: string): void {
  reply.writeHead(200, { 'content-type': `${type}; charset=UTF-8` }).end(content);
}
