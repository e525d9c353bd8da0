import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { traceContextOf, traceparentOf } from '@dengke/contract';
import { eventually } from '@dengke/test-kit';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, secret, session } from '../../testing/a-gateway';
import { json } from '../../testing/tiny-service';

const script = { authorization: `Session ${session}` };

describe('the gateway', () => {
  let gateway: RunningGateway;

  beforeEach(async () => {
    gateway = await aGateway();
  });
  afterEach(() => gateway.stop());

  it('asks the service that the first path segment names, with the token accounts signed', async () => {
    gateway.achievements.answers((_request, reply) => json(reply, 201, { serial: 'S1' }, { 'x-more': 'yes' }));

    const answer = await gateway.ask(
      'POST',
      '/api/v1/drafts?full=1',
      { ...script, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' },
      '{"form":{}}',
    );

    expect(answer.status).toBe(201);
    expect(answer.json()).toEqual({ serial: 'S1' });
    expect(answer.headers).toMatchObject({ 'x-more': 'yes', 'cache-control': 'no-store' });
    const { method, url, headers } = gateway.achievements.last;
    expect({ method, url }).toEqual({ method: 'POST', url: '/api/v1/drafts?full=1' });
    expect(headers).toMatchObject({
      authorization: 'Bearer a.signed.token',
      'content-type': 'application/json',
      'idempotency-key': 'key-00000001',
    });
    expect(gateway.accounts.last.headers['x-dengke-service']).toBe(secret);
  });

  it('passes bodies on unread, whatever they are', async () => {
    gateway.achievements.answers(async (_request, reply, body) => json(reply, 200, { got: await body() }));

    const answer = await gateway.ask('PUT', '/api/v1/drafts/1', { ...script, 'content-type': 'application/json' }, '{ not json');

    expect(answer.json()).toEqual({ got: '{ not json' });
  });

  it('forwards the inbox to notifications', async () => {
    await gateway.ask('GET', '/api/v1/inbox', script);

    expect(gateway.notifications.last.url).toBe('/api/v1/inbox');
  });

  it('lets nobody speak as the house or as another', async () => {
    await gateway.ask('GET', '/api/v1/submissions', {
      authorization: 'Bearer forged.signed.token',
      'x-dengke-service': 'guessed',
      'x-dengke-anything': 'x',
      'x-forwarded-for': '10.9.8.7',
      'x-real-ip': '10.9.8.7',
      forwarded: 'for=10.9.8.7',
      te: 'trailers',
    });

    const { headers } = gateway.achievements.last;
    expect(Object.keys(headers).filter((name) => name.startsWith('x-dengke-') || name === 'authorization' || name === 'te')).toEqual([]);
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
    expect(headers).not.toHaveProperty('x-real-ip');
    expect(headers).not.toHaveProperty('forwarded');
  });

  it('gives every answer a trace id and hands it to the service', async () => {
    const answer = await gateway.ask('GET', '/api/v1/submissions');

    expect(answer.headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(traceContextOf(gateway.achievements.last.headers['traceparent'])?.traceId).toBe(answer.headers['x-trace-id']);
  });

  it('goes on with the trace of a browser, as a span of its own, and believes nothing else of it', async () => {
    const browsers = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

    const answer = await gateway.ask('GET', '/api/v1/submissions', { traceparent: traceparentOf(browsers), tracestate: 'a=1' });

    const { headers } = gateway.achievements.last;
    expect(answer.headers['x-trace-id']).toBe(browsers.traceId);
    expect(traceContextOf(headers['traceparent'])).toMatchObject({ traceId: browsers.traceId });
    expect(traceContextOf(headers['traceparent'])?.spanId).not.toBe(browsers.spanId);
    expect(headers).not.toHaveProperty('tracestate');
  });

  it.each([
    '/internal/feed',
    '/api/v1/internal/feed',
    '/api/v1/submissions/../../../internal/feed',
    '/api/v1//internal',
    '/api/v1/drafts/%2e%2e/%2e%2e/internal/feed',
    '/api/v1/drafts%2f..%2finternal',
    '/openapi.json/x',
  ])('reaches nothing internal by %s', async (path) => {
    const { status, body } = await raw(gateway.url, path);

    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'NOT_FOUND' });
    expect(gateway.achievements.seen).toEqual([]);
  });

  it('answers UNAVAILABLE as problem+json while a service is away, and goes on when it is back', async () => {
    await gateway.achievements.stop();

    const away = await gateway.ask('POST', '/api/v1/submissions/S1/claim', { ...script, 'content-type': 'application/json' }, '{}');
    await gateway.achievements.start();
    const back = await gateway.ask('POST', '/api/v1/submissions/S1/claim', { ...script, 'content-type': 'application/json' }, '{}');

    expect(away.status).toBe(503);
    expect(away.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(away.json()).toMatchObject({
      code: 'UNAVAILABLE',
      status: 503,
      details: { service: 'achievements' },
      traceId: away.headers['x-trace-id'],
    });
    expect(back.status).toBe(200);
  });

  it('sends an act that was cut off in the middle only once', async () => {
    gateway.achievements.answers((request) => {
      request.socket.destroy();
    });

    const answer = await gateway.ask('POST', '/api/v1/submissions/S1/claim', { ...script, 'content-type': 'application/json' }, '{}');

    expect(answer.json()).toMatchObject({ code: 'UNAVAILABLE' });
    expect(gateway.achievements.seen).toHaveLength(1);
  });

  it('asks a question again that was cut off', async () => {
    gateway.achievements.answers((request, reply) =>
      gateway.achievements.seen.length === 1 ? void request.socket.destroy() : json(reply, 200, []),
    );

    const answer = await gateway.ask('GET', '/api/v1/submissions', script);

    expect(answer.status).toBe(200);
  });

  it('is UNAVAILABLE to the signed-in while accounts is away', async () => {
    await gateway.accounts.stop();

    const answer = await gateway.ask('GET', '/api/v1/submissions', script);

    expect(answer.json()).toMatchObject({ code: 'UNAVAILABLE', details: { service: 'accounts' } });
    expect(gateway.achievements.seen).toEqual([]);
  });

  it('ends an answer that breaks off instead of pretending it is whole', async () => {
    gateway.achievements.answers((_request, reply) => {
      reply.writeHead(200, { 'content-length': '1000' }).write('half');
      setImmediate(() => reply.destroy());
    });

    await expect(gateway.ask('GET', '/api/v1/submissions', script)).rejects.toThrow();
  });

  it('lets a slow service go when its caller has gone', async () => {
    let ended = false;
    gateway.achievements.answers((_request, reply) => {
      reply.on('close', () => {
        ended = true;
      });
      reply.writeHead(200).write('first');
    });
    const leaving = new AbortController();
    const answer = await fetch(`${gateway.url}/api/v1/submissions`, { headers: script, signal: leaving.signal });
    leaving.abort();

    expect(answer.status).toBe(200);
    await eventually(() => ended);
  });
});

describe('the gateway, when it ends', () => {
  it('does not wait for connections that never asked anything', async () => {
    const gateway = await aGateway();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(socket, 'connect');
    await gateway.ask('GET', '/health/live');

    await gateway.stop();

    await eventually(() => socket.destroyed || socket.readableEnded);
  });
});

/** Sends a path as it stands; a client library would tidy it. */
async function raw(url: string, path: string): Promise<{ status: number; body: unknown }> {
  return new Promise((settle, refuse) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += String(chunk)));
      answer.on('end', () => settle({ status: answer.statusCode ?? 0, body: JSON.parse(text) as unknown }));
    });
    sent.on('error', refuse);
    sent.end();
  });
}
