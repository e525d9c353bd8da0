import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway } from '../../testing/a-gateway';

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
}

describe('the metrics of the gateway', () => {
  let gateway: RunningGateway;
  let address: string;

  beforeAll(async () => {
    address = `127.0.0.1:${await aFreePort()}`;
    gateway = await aGateway({ DENGKE_METRICS_ADDRESS: address });
  });
  afterAll(() => gateway.stop());

  it('count requests by their pattern, at an address inside the house', async () => {
    await gateway.ask('GET', '/api/v1/submissions/2023-000001/timeline');

    const answer = await request(`http://${address}/metrics`);
    const text = await answer.body.text();

    expect(answer.statusCode).toBe(200);
    expect(text).toContain('dengke_http_request_seconds_count{method="GET",route="/api/v1/submissions/*/timeline",status="200"} 1');
    expect(text).not.toContain('2023-000001');
  });

  it.each(['/metrics', '/internal/metrics'])('are not at %s where people are', async (path) => {
    const { text } = await gateway.ask('GET', path);

    expect(text).not.toContain('dengke_http_request_seconds');
  });
});
