import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inScope } from '../clock/scope';
import { ServiceClient } from './service-client';

const secret = 'only-for-specs-0123456789';

describe('asking another service', () => {
  let server: Server;
  let client: ServiceClient;
  let url: string;
  let answer: (request: IncomingMessage, reply: ServerResponse) => void;
  const says = (status: number, body: unknown) => {
    answer = (_request, reply) => {
      reply.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };

  beforeAll(async () => {
    server = createServer((request, reply) => answer(request, reply));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new ServiceClient([url], secret);
  });
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('shows the house’s secret and the trace, and the person only when asked to', async () => {
    const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
    const shown: IncomingMessage['headers'][] = [];
    answer = (request, reply) => {
      shown.push({ ...request.headers, path: request.url ?? '' });
      reply.end('{}');
    };

    await inScope({ traceId, spanId, token: 'a.b.c' }, async () => {
      await client.get('/units', { query: { q: '煤矿', page: 2, none: undefined } });
      await client.post('/route', {}, { asPerson: true, key: 'key-00000001' });
    });

    expect(shown[0]).toMatchObject({
      'x-dengke-service': secret,
      traceparent: `00-${traceId}-${spanId}-01`,
      path: `/units?q=${encodeURIComponent('煤矿')}&page=2`,
    });
    expect(shown[0]).not.toHaveProperty('authorization');
    expect(shown[1]).toMatchObject({ authorization: 'Bearer a.b.c', 'idempotency-key': 'key-00000001' });
  });

  it('passes on the other service’s refusal with its details', async () => {
    says(422, { code: 'NO_ROUTE', details: { unitId: 'u1' } });

    await expect(client.post('/route', {})).rejects.toMatchObject({ code: 'NO_ROUTE', details: { unitId: 'u1' } });
  });

  it.each([
    ['an unforeseen error', 500, { code: 'UNEXPECTED' }],
    ['a page of a proxy', 502, '<html>'],
    ['a code nobody knows', 400, { code: 'toString' }],
    ['an answer that is no JSON', 200, '{"half":'],
  ])('takes %s for UNAVAILABLE', async (_, status, body) => {
    says(status, body);

    await expect(client.get('/units')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('waits no longer than its limit', async () => {
    answer = () => undefined;
    const patient = new ServiceClient([url], secret, 600_000);

    await expect(patient.get('/units', { timeoutMs: 100 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await patient.close();
  });

  it('repeats what may be repeated when the connection broke, and nothing else', async () => {
    let broken = 0;
    const breakFirst = () => {
      let first = true;
      answer = (request, reply) => {
        if (first) {
          first = false;
          broken += 1;
          request.socket.destroy();
        } else {
          reply.end('{"ok":true}');
        }
      };
    };

    breakFirst();
    await expect(client.get('/units')).resolves.toEqual({ ok: true });
    breakFirst();
    await expect(client.post('/confirm', {}, { repeatable: true })).resolves.toEqual({ ok: true });
    breakFirst();
    await expect(client.post('/act', {})).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(broken).toBe(3);
  });

  it('asks the replicas in turn, and another where one is not there', async () => {
    const asked = { one: 0, other: 0 };
    answer = (_request, reply) => void ((asked.one += 1), reply.end('{}'));
    const other = createServer((_request, reply) => void ((asked.other += 1), reply.end('{}')));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const both = new ServiceClient([url, `http://127.0.0.1:${(other.address() as AddressInfo).port}`], secret);

    await Promise.all([1, 2, 3, 4].map(() => both.post('/act', {})));
    expect(asked).toEqual({ one: 2, other: 2 });

    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    await Promise.all([1, 2, 3, 4].map(() => both.get('/units')));
    expect(asked).toEqual({ one: 6, other: 2 });
    await both.close();
  });
});
