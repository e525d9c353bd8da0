import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ServiceClient } from '@dengke/service-kit';
import { OpsError } from '../verb';
import { backup, restore } from './backup';
import { doneNow, keepUntold, recorded, recordedAfterwards, tellDone } from './recorded';
import { rotateKeys } from './rotate-keys';
import { rotatePayloadKeys } from './rotate-payload-keys';

describe('what is done to the house itself', () => {
  let directory: string;
  let server: Server;
  let asked: { url: string | undefined; body: unknown }[] = [];
  let answers: number[] = [];
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'dengke-recorded-'));
    server = createServer(
      (request, response) =>
        void json(request).then((body) => (asked.push({ url: request.url, body }), response.writeHead(answers.shift() ?? 204).end())),
    );
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
    rmSync(directory, { recursive: true });
  });
  beforeEach(() => ((asked = []), (answers = []), rmSync(untold(), { force: true })));

  const untold = () => join(directory, 'done-while-away.jsonl');
  const tell = async () => {
    const client = () => new ServiceClient([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 'secret');
    const services = { accounts: client(), achievements: client(), notifications: client() };
    try {
      await tellDone(services, directory);
    } finally {
      await Promise.all(Object.values(services).map((one) => one.close()));
    }
  };

  it('while no service runs is told to each ledger by the next reconcile, once', async () => {
    const done = doneNow('promote', 'MariaDB is lost');
    await keepUntold(directory, done);

    await tell();
    await tell();

    expect(asked).toEqual(Array(3).fill({ url: '/internal/operations', body: done }));
    expect(existsSync(untold())).toBe(false);
  });

  it('is told again, under the same id, where a ledger could not be told', async () => {
    const done = doneNow('promote', 'MariaDB is lost');
    await keepUntold(directory, done);
    answers = [204, 400];

    await expect(tell()).rejects.toThrow();
    expect(existsSync(untold())).toBe(true);
    await tell();

    expect(asked).toEqual(Array(5).fill({ url: '/internal/operations', body: done }));
    expect(existsSync(untold())).toBe(false);
  });

  it('is not thrown away where it cannot be read', async () => {
    symlinkSync(untold(), untold());

    await expect(tell()).rejects.toThrow('ELOOP');
    expect(lstatSync(untold()).isSymbolicLink()).toBe(true);
  });

  it('while no service runs is kept also where it fails, not where its words are refused', async () => {
    const run = () => Promise.reject(new Error('the disk is full'));
    const reason = ['--reason', 'all is lost'];

    await expect(recordedAfterwards({ name: 'restore', summary: ': nothing', run }, () => directory).run(reason)).rejects.toThrow('full');
    await expect(recordedAfterwards(restore, () => directory).run(reason)).rejects.toThrow(OpsError);

    expect(readFileSync(untold(), 'utf8').trimEnd().split('\n')).toEqual([expect.stringContaining('"reason":"all is lost"')]);
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
