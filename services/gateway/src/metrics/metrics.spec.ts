import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway } from '../../testing/a-gateway';
import { json } from '../../testing/tiny-service';

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
  const metrics = async () => {
    const { statusCode: status, body } = await request(`http://${address}/metrics`);
    return { status, text: await body.text() };
  };

  it('count requests by their pattern, at an address inside the house', async () => {
    await gateway.ask('GET', '/api/v1/submissions/2023-000001/timeline');

    const { status, text } = await metrics();

    expect(status).toBe(200);
    expect(text).toContain('dengke_http_request_seconds_count{method="GET",route="/api/v1/submissions/*/timeline",status="200"} 1');
    expect(text).not.toContain('2023-000001');
  });

  it('know no word of what no service answers: anybody could write anything there', async () => {
    gateway.achievements.answers((request, reply) => json(reply, request.url?.endsWith('/history') === true ? 200 : 404, {}));
    await gateway.ask('GET', '/api/v1/submissions/1/zhang-san-of-taiyuan');
    await gateway.ask('GET', '/api/v1/submissions/1/history');

    const { text } = await metrics();

    expect(text).not.toContain('zhang-san');
    expect(text).toContain('{method="GET",route="/api/v1/submissions/*/*",status="404"} 1');
    expect(text).toContain('{method="GET",route="/api/v1/submissions/*/history",status="200"} 1');
  });

  it.each(['/metrics', '/internal/metrics'])('are not at %s where people are', async (path) => {
    const { text } = await gateway.ask('GET', path);

    expect(text).not.toContain('dengke_http_request_seconds');
  });
});

describe('the metrics of a gateway that shows a certificate', () => {
  it('are told by TLS alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dengke-gateway-tls-'));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', ...made, '-subj', '/CN=spec', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
    const address = `127.0.0.1:${await aFreePort()}`;
    const gateway = await aGateway({ DENGKE_METRICS_ADDRESS: address, DENGKE_TLS_CERT_FILE: cert, DENGKE_TLS_KEY_FILE: key });
    const dispatcher = new Agent({ connect: { ca: readFileSync(cert) } });
    try {
      expect((await request(`https://${address}/metrics`, { dispatcher })).statusCode).toBe(200);
      await expect(request(`http://${address}/metrics`)).rejects.toThrow();
    } finally {
      await dispatcher.close();
      await gateway.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
