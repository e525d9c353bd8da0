import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lostPrimary } from './promote-replica';

/** What a MariaDB says to who connects while all its connections are taken. */
const refusal = (): Buffer => {
  const said = Buffer.from('\xff\x10\x04#08004Too many connections', 'latin1');
  return Buffer.concat([Buffer.from([said.length, 0, 0, 0]), said]);
};

describe('a replica', () => {
  it('is not put into the place of a first MariaDB that only has no connection to spare', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'dengke-promote-'));
    const server = createServer((socket) => socket.on('error', () => undefined).end(refusal()));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const first = `mysql://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/a`;
    const tlsCaFile = join(directory, 'authority.pem');
    writeFileSync(tlsCaFile, '');
    writeFileSync(join(directory, 'secrets.json'), JSON.stringify({ databaseRoot: 'secret' }));
    const stack = { databaseUrls: { accounts: first }, beside: { 'mariadb-replica': 'mysql://a:b@127.0.0.1:1/' }, tlsCaFile };
    writeFileSync(join(directory, 'stack.json'), JSON.stringify(stack));

    await expect(lostPrimary(directory, () => undefined)).rejects.toThrow('MariaDB answers');

    await new Promise((settle) => server.close(settle));
    rmSync(directory, { recursive: true });
  });
});
