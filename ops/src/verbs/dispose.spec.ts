import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ServiceClient } from '@dengke/service-kit';
import { operatorName } from '../operator';
import { disposalOf } from './dispose';

describe('npm run ops -- dispose', () => {
  let server: Server;
  let asked: { method: string | undefined; body: string }[];
  beforeAll(async () => {
    server = createServer(
      (request, response) =>
        void text(request).then((body) => {
          asked.push({ method: request.method, body });
          const due = { kind: 'draft', id: 'd1', serial: null, disposeOn: '2026-01-01' };
          response.setHeader('content-type', 'application/json').end(JSON.stringify([due]));
        }),
    );
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  });
  beforeEach(() => {
    asked = [];
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  });
  const client = () => new ServiceClient([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 'secret');
  const dispose = (...args: string[]) => disposalOf({ accounts: client(), achievements: client(), notifications: client() }, args);

  it('only lists what is due', async () => {
    expect(await dispose()).toBe(0);

    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    expect(console.log).toHaveBeenCalledWith('3 due; --now --reason "…" disposes of them');
  });

  it('waits for as long as that takes', async () => {
    const [get, post] = [jest.spyOn(ServiceClient.prototype, 'get'), jest.spyOn(ServiceClient.prototype, 'post')];
    await dispose();
    await dispose('--now', '--reason', 'the yearly round');

    expect(get).toHaveBeenCalledWith('/internal/disposals', { timeoutMs: 600_000 });
    expect(post).toHaveBeenCalledWith('/internal/disposals', expect.anything(), { timeoutMs: 600_000 });
  });

  it('disposes of nothing without a reason', async () => {
    await expect(dispose('--now')).rejects.toThrow('--reason');
    await expect(dispose('--now', '--reason', '')).rejects.toThrow('--reason');
    expect(asked).toEqual([]);
  });

  it('tells each service who disposes of it and why', async () => {
    await dispose('--now', '--reason', 'the yearly round');

    expect(asked.map(({ method, body }) => [method, JSON.parse(body) as unknown])).toEqual(
      Array(3).fill(['POST', { operator: operatorName(), reason: 'the yearly round' }]),
    );
  });
});
