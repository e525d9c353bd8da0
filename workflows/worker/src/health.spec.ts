import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveHealth } from './health';

describe('the health of the worker', () => {
  let server: Server;
  let ready = false;
  const statusOf = async (path: string): Promise<number> => {
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  };

  beforeAll(async () => {
    server = await serveHealth({ host: '127.0.0.1', port: 0 }, () => ready);
  });
  afterAll(() => void server.close());

  it('lives as soon as it answers, and is ready once it takes tasks', async () => {
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 503]);

    ready = true;

    expect(await statusOf('/health/ready')).toBe(200);
  });

  it('serves nothing else', async () => {
    expect(await statusOf('/')).toBe(404);
  });
});
