import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ServiceClient } from '@dengke/service-kit';
import { backup } from './backup';
import { keepUntold, recorded, tellDone } from './recorded';
import { rotateKeys } from './rotate-keys';
import { rotatePayloadKeys } from './rotate-payload-keys';

describe('what is done to the house itself', () => {
  let directory: string;
  let server: Server;
  const asked: { url: string | undefined; body: unknown }[] = [];
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'dengke-recorded-'));
    server = createServer(
      (request, response) => void json(request).then((body) => (asked.push({ url: request.url, body }), response.writeHead(204).end())),
    );
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
    rmSync(directory, { recursive: true });
  });

  it('while no service runs is told to each ledger by the next reconcile, once', async () => {
    const client = () => new ServiceClient([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 'secret');
    const services = { accounts: client(), achievements: client(), notifications: client() };
    const done = { kind: 'promote', operator: 'op', reason: 'MariaDB is lost' } as const;
    await keepUntold(directory, done);

    await tellDone(services, directory);
    await tellDone(services, directory);

    expect(asked).toEqual(Array(3).fill({ url: '/internal/operations', body: done }));
    expect(existsSync(join(directory, 'done-while-away.jsonl'))).toBe(false);
    await Promise.all(Object.values(services).map((one) => one.close()));
  });

  it('is not done without a reason', async () => {
    const run = jest.fn(() => Promise.resolve(0));

    await expect(recorded({ name: 'rotate-keys', summary: ': nothing', run }).run([])).rejects.toThrow('--reason');
    expect(run).not.toHaveBeenCalled();
  });

  it('is not kept where it is refused at once', async () => {
    const reason = ['--reason', 'why not'];

    await expect(recorded(backup).run([directory, ...reason])).rejects.toThrow('is there already');
    await expect(recorded(rotateKeys).run(['gateway', ...reason])).rejects.toThrow('gateway keeps no personal data');
  });

  it('is shown with its reason, behind what else it takes', () => {
    expect([backup, rotatePayloadKeys].map((verb) => recorded(verb).summary.split(':')[0])).toEqual([
      '<folder> --reason WHY',
      '--reason WHY',
    ]);
  });
});
