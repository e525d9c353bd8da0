import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anEnvironment } from '@dengke/test-kit';
import { readConfig } from '../config/config';
import { HouseConfig } from '../config/service-config';
import { ServiceClient } from '../http/service-client';
import { createService } from './create-service';

@Module({})
class NothingModule {}

describe('a service that shows a certificate', () => {
  let folder: string;
  let service: NestFastifyApplication;
  let port: number;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-tls-'));
    const names = ['-subj', '/CN=spec', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file('key.pem'), '-out', file('cert.pem')];
    execFileSync('openssl', ['req', '-x509', ...made, ...names], { stdio: 'ignore' });
    const environment = anEnvironment({ DENGKE_TLS_CERT_FILE: file('cert.pem'), DENGKE_TLS_KEY_FILE: file('key.pem') });
    service = await createService({ title: 'spec', module: NothingModule, config: readConfig(HouseConfig, environment) });
    await service.listen(0, '127.0.0.1');
    port = (service.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });
  const ask = async (scheme: string, ca?: string): Promise<unknown> => {
    const client = new ServiceClient([`${scheme}://127.0.0.1:${port}`], 'only-for-specs-0123456789', undefined, ca);
    return client.get('/health/live').finally(() => client.close());
  };

  it('answers whoever believes its authority', async () => {
    expect(await ask('https', readFileSync(file('cert.pem'), 'utf8'))).toMatchObject({ status: 'live' });
  });

  it('is not believed without it, and answers nobody plainly', async () => {
    await expect(ask('https')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(ask('http')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it.each([
    ['TLSv1.3', true],
    ['TLSv1.2', true],
    ['TLSv1.1', false],
  ] as const)('by %s: %s', async (version, isTaken) => {
    const asked = { ca: readFileSync(file('cert.pem')), ciphers: 'DEFAULT@SECLEVEL=0', minVersion: version, maxVersion: version };
    const socket = connect({ port, host: '127.0.0.1', ...asked });
    const taken = new Promise((settle) => socket.once('secureConnect', () => settle(true)).once('error', () => settle(false)));

    expect(await taken.finally(() => socket.destroy())).toBe(isTaken);
  });
});
