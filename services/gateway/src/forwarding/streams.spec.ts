import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { request } from 'undici';
import { eventually } from '@dengke/test-kit';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';

const headers = { authorization: `Session ${session}`, accept: 'text/event-stream', 'last-event-id': 'm-1' };

describe('a stream of events through the gateway', () => {
  let gateway: RunningGateway;
  let upstream: ServerResponse[];
  beforeEach(async () => {
    gateway = await aGateway();
    upstream = [];
    gateway.notifications.answers((incoming, reply) => {
      if (incoming.url === '/api/v1/inbox/stream') {
        upstream.push(reply);
        reply.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 1000\n\n');
      } else {
        reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      }
    });
  });
  afterEach(() => gateway.stop());

  const watch = (leaving?: AbortController) =>
    request(`${gateway.url}/api/v1/inbox/stream`, { headers, bodyTimeout: 0, ...(leaving && { signal: leaving.signal }) });

  it('passes each event on when it comes, and where the reader stopped', async () => {
    const { headers: answered, body } = await watch();
    let text = '';
    body.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await eventually(() => expect(text).toBe('retry: 1000\n\n'));
    upstream[0]?.write('data: 1\n\n');
    await eventually(() => expect(text).toBe('retry: 1000\n\ndata: 1\n\n'));

    expect(gateway.notifications.last.headers['last-event-id']).toBe('m-1');
    expect([answered['content-type'], answered['cache-control']]).toEqual(['text/event-stream', 'no-store']);
    upstream[0]?.end();
    await once(body, 'end');
  });

  it('lets go of the service when the reader leaves', async () => {
    const leaving = new AbortController();
    const { body } = await watch(leaving);
    body.on('error', () => undefined);
    leaving.abort();

    await eventually(() => expect(upstream[0]?.closed).toBe(true));
  });

  it('takes nobody’s place who only asks', async () => {
    const bodies = await Promise.all(Array.from({ length: 140 }, () => watch()));
    const { status } = await gateway.ask('GET', '/api/v1/inbox', { authorization: `Session ${session}` });

    expect([upstream.length, status]).toEqual([140, 200]);
    upstream.forEach((reply) => reply.end());
    await Promise.all(bodies.map(({ body }) => body.dump()));
  });
});
