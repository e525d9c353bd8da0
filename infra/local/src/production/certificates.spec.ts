import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server, TLSSocket } from 'node:tls';
import { connect, createServer } from 'node:tls';
import type { Certificates } from './certificates';
import { certificatesOf } from './certificates';

describe('the certificates of a stack', () => {
  let folder: string;
  let other: string;
  let certificates: Certificates;
  let server: Server;

  beforeAll(async () => {
    [folder, other] = ['one', 'other'].map((name) => mkdtempSync(join(tmpdir(), `dengke-tls-${name}-`))) as [string, string];
    certificates = await certificatesOf(folder);
    const { cert, key } = certificates.services;
    server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    [folder, other].forEach((made) => rmSync(made, { recursive: true }));
  });
  /** 'believed', or why not. */
  const asked = async (ca: string): Promise<string> => {
    const socket: TLSSocket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', ca: readFileSync(ca) });
    const outcome = once(socket, 'secureConnect').then(
      () => 'believed',
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
    return outcome.finally(() => socket.destroy());
  };

  it('are believed by their authority, and by no other', async () => {
    expect(await asked(certificates.services.ca)).toBe('believed');
    expect(await asked((await certificatesOf(other)).services.ca)).toMatch(/SIGNATURE|ISSUER/);
  });

  it('are made anew by the same authority, each with a key of its own that nobody else reads', async () => {
    const before = Object.values(certificates).map(({ key }) => readFileSync(key, 'utf8'));
    const authority = readFileSync(certificates.services.ca, 'utf8');

    const again = await certificatesOf(folder);

    const after = Object.values(again).map(({ key }) => readFileSync(key, 'utf8'));
    expect(new Set([...before, ...after]).size).toBe(8);
    expect(readFileSync(again.services.ca, 'utf8')).toBe(authority);
    expect(Object.values(again).map(({ key }) => statSync(key).mode & 0o077)).toEqual([0, 0, 0, 0]);
  });
});
