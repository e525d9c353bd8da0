import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceOf } from './house';

describe('a service of the running stack', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dengke-ops-house-'));
  let replicas: Server[];
  let asked: number[];

  const addressOf = (server: Server | undefined): string => `http://127.0.0.1:${(server?.address() as AddressInfo).port}`;
  const replica = (which: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((_, response) => {
        asked.push(which);
        response.end(JSON.stringify({ which }));
      }).listen(0, '127.0.0.1', () => resolve(server));
    });
  const close = (server: Server | undefined): Promise<unknown> =>
    new Promise((resolve) => {
      server?.closeAllConnections();
      server?.close(resolve);
    });
  /** As the stack writes down where its parts are. */
  const runs = (beside: Record<string, string> | null): void =>
    writeFileSync(join(directory, 'stack.json'), JSON.stringify({ achievementsUrl: addressOf(replicas[0]), tlsCaFile: null, beside }));
  async function ask(times: number): Promise<void> {
    const service = await serviceOf('achievements', directory);
    for (let time = 0; time < times; time += 1) {
      await service.get('/internal/rest');
    }
    await service.close();
  }

  beforeEach(async () => {
    asked = [];
    replicas = [await replica(1), await replica(2)];
  });
  afterEach(() => Promise.all(replicas.map(close)));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is asked at each of its replicas in turn, and nobody else', async () => {
    runs({ 'achievements-2': addressOf(replicas[1]), 'worker-2': 'http://127.0.0.1:1' });
    await ask(4);

    expect([...asked].sort()).toEqual([1, 1, 2, 2]);
  });

  it('answers by the second where the first is away', async () => {
    runs({ 'achievements-2': addressOf(replicas[1]) });
    await close(replicas[0]);
    await ask(3);

    expect(asked).toEqual([2, 2, 2]);
  });

  it('is asked where it is, in a stack that has one of each', async () => {
    runs(null);
    await ask(2);

    expect(asked).toEqual([1, 1]);
  });
});
