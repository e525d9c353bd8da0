import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerConfig } from './config';
import { metricsPlaces, tellMetrics } from './metrics';

describe('the metrics of the worker', () => {
  let folder: string;
  let sdk: Server;
  let port: number;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-worker-tls-'));
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file('key.pem'), '-out', file('cert.pem')];
    execFileSync('openssl', ['req', '-x509', ...made, '-subj', '/CN=spec', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
    sdk = createServer((_, response) => response.end('temporal_long_request 7\n'));
    await new Promise<void>((settle) => sdk.listen(0, '127.0.0.1', settle));
    port = (sdk.address() as AddressInfo).port - 1;
  });
  afterAll(() => {
    sdk.close();
    rmSync(folder, { recursive: true });
  });
  const config = (tls: Record<string, string>): WorkerConfig =>
    new WorkerConfig({ DENGKE_PORT: '0', DENGKE_METRICS_ADDRESS: `127.0.0.1:${port}`, ...tls });
  const ask = (path: string): Promise<[number | undefined, string]> =>
    new Promise((settle, fail) => {
      get({ port, host: '127.0.0.1', path, ca: readFileSync(file('cert.pem')) }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => settle([answer.statusCode, text]));
      }).on('error', fail);
    });

  it('are what the SDK counts, asked on this machine alone, and what the process is', async () => {
    expect(metricsPlaces(config({}))).toEqual({ sdk: `127.0.0.1:${port + 1}`, shown: { host: '127.0.0.1', port } });
    const server = await tellMetrics(config({}));
    try {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(text).toContain('temporal_long_request 7\n');
      expect(text).toMatch(/^process_start_time_seconds \d+/m);
    } finally {
      await closed(server);
    }
  });

  it('are told by TLS, and nothing else is, where there is a certificate', async () => {
    const server = await tellMetrics(config({ DENGKE_TLS_CERT_FILE: file('cert.pem'), DENGKE_TLS_KEY_FILE: file('key.pem') }));
    try {
      expect(await ask('/metrics')).toEqual([200, expect.stringContaining('temporal_long_request 7\n')]);
      expect((await ask('/')).at(0)).toBe(404);
      await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
    } finally {
      await closed(server);
    }
  });

  it('are nowhere where no address is given', async () => {
    expect(await tellMetrics(new WorkerConfig({ DENGKE_PORT: '0' }))).toBeUndefined();
  });
});

const closed = (server: Server | undefined): Promise<unknown> =>
  new Promise((settle) => {
    server?.closeAllConnections();
    server?.close(settle);
  });
