import { renameSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { AnObjectStore } from '@dengke/test-kit';
import { SecurityClock } from '../clock/security-clock';
import { DiskBlobStore } from './blob-store';
import type { BlobStore } from './blob-store';
import { ObjectBlobStore } from './object-blob-store';

const content = '验收报告 0123456789';
const other = ''.padEnd(64, 'a');

describe.each(['a folder', 'an object store'])('blobs in %s', (where) => {
  let folder: string;
  let objects: AnObjectStore;
  let blobs: BlobStore;
  let clock: SecurityClock;
  const staged = () => readdir(join(folder, 'staging'));
  const stage = (what = content) => blobs.stage(Readable.from(Buffer.from(what)));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-blobs-'));
    objects = await AnObjectStore.begin();
    clock = new SecurityClock();
    blobs = where === 'a folder' ? new DiskBlobStore(folder, clock) : new ObjectBlobStore(folder, objects.settings, clock);
    await blobs.onModuleInit();
  });
  afterEach(async () => {
    await objects.end();
    await rm(folder, { recursive: true });
  });

  it('are kept once under their digest, and nothing stays staged', async () => {
    const [first, second] = [await stage(), await stage()];
    await blobs.keep(first);
    await blobs.keep(second);
    expect([first.sha256, await staged()]).toEqual([second.sha256, []]);
    expect(await text(await blobs.read(first.sha256))).toBe(content);
    const kept = where === 'a folder' ? await readdir(join(folder, 'blobs', first.sha256.slice(0, 2))) : [...objects.objects.keys()];
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContain(first.sha256);
  });

  it('are read in part', async () => {
    const blob = await stage('0123456789');
    await blobs.keep(blob);
    expect(await text(await blobs.read(blob.sha256, { first: 2, last: 4 }))).toBe('234');
  });

  it('that were not wanted leave nothing', async () => {
    const blob = await stage();
    await blobs.discard(blob);
    expect([await staged(), objects.objects.size]).toEqual([[], 0]);
    await expect(blobs.read(blob.sha256)).rejects.toThrow();
    await expect(blobs.read(other)).rejects.toThrow();
  });

  it('leave once they are idle, and stay where the same content was kept a moment ago', async () => {
    const blob = await stage();
    await blobs.keep(blob);
    expect(await blobs.removeIdle(blob.sha256, 600_000)).toBe(false);
    expect(await text(await blobs.read(blob.sha256))).toBe(content);

    jest.spyOn(clock, 'millis').mockReturnValue(new SecurityClock().millis() + 601_000);
    expect(await blobs.removeIdle(blob.sha256, 600_000)).toBe(true);
    await expect(blobs.read(blob.sha256)).rejects.toThrow();
    expect(await blobs.removeIdle(blob.sha256, 600_000)).toBe(true);
    expect(await staged()).toEqual([]);
  });

  it('that turn out to be infected go into quarantine and are there no more', async () => {
    const blob = await stage();
    await blobs.keep(blob);
    await blobs.copyToQuarantine(blob.sha256);
    await blobs.remove(blob.sha256);
    await expect(blobs.read(blob.sha256)).rejects.toThrow();
    expect(await readFile(join(folder, 'quarantine', blob.sha256), 'utf8')).toBe(content);
    expect(await staged()).toEqual([]);
  });
});

describe('a folder', () => {
  it('gives back what was kept again between the look that found it idle and its leaving', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-blobs-'));
    const clock = new SecurityClock();
    const blobs = new DiskBlobStore(folder, clock);
    await blobs.onModuleInit();
    const [first, again] = [await blobs.stage(Readable.from(content)), await blobs.stage(Readable.from(content))];
    await blobs.keep(first);
    const kept = join(folder, 'blobs', first.sha256.slice(0, 2), first.sha256);
    await utimes(kept, 0, 0);
    jest.spyOn(clock, 'millis').mockImplementationOnce(() => {
      renameSync(again.path, kept);
      return new SecurityClock().millis();
    });

    expect(await blobs.removeIdle(first.sha256, 600_000)).toBe(false);
    expect(await readFile(kept, 'utf8')).toBe(content);
    expect(await readdir(join(folder, 'staging'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('an object store', () => {
  it('that is away for a moment is asked again, and longer than that is UNAVAILABLE with the blob still staged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-blobs-'));
    const objects = await AnObjectStore.begin();
    const blobs = new ObjectBlobStore(folder, objects.settings, new SecurityClock());
    await blobs.onModuleInit();
    const blob = await blobs.stage(Readable.from(Buffer.from(content)));
    objects.failures = 100;
    await expect(blobs.keep(blob)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await readFile(blob.path, 'utf8')).toBe(content);
    objects.failures = 1;
    await blobs.keep(blob);
    expect(await text(await blobs.read(blob.sha256))).toBe(content);
    const wrong = new ObjectBlobStore(folder, { ...objects.settings, secret: 'another' }, new SecurityClock());
    await expect(wrong.read(blob.sha256)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await objects.end();
    await expect(blobs.read(blob.sha256)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await rm(folder, { recursive: true });
  });

  it('has so long to begin its answer; whoever reads slowly has the whole of it all the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-blobs-'));
    const half = Buffer.alloc(1024 * 1024, 'a');
    let goOn: () => void = () => undefined;
    const slow = await aServer((request, response) => {
      if (request.url?.endsWith(other) === true) {
        response.writeHead(200, { 'content-length': String(2 * half.length) });
        response.write(half);
        goOn = () => response.end(half);
      }
    });
    const withinMs = 300;
    const blobs = new ObjectBlobStore(
      folder,
      { url: `${slow.url}/bucket`, region: 'cn-north-1', keyId: 'key', secret: 'secret', withinMs },
      new SecurityClock(),
    );

    const reading = await blobs.read(other);
    await pause(2 * withinMs);
    goOn();

    expect((await buffer(reading)).length).toBe(2 * half.length);
    await expect(blobs.read(''.padEnd(64, 'b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await slow.end();
    await rm(folder, { recursive: true });
  });

  it('that sends us elsewhere is not followed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-blobs-'));
    const asked: string[] = [];
    const elsewhere = await aServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200).end();
    });
    const sending = await aServer((request, response) => response.writeHead(307, { location: `${elsewhere.url}${request.url}` }).end());
    const settings = { url: `${sending.url}/bucket`, region: 'cn-north-1', keyId: 'key', secret: 'secret' };
    const blobs = new ObjectBlobStore(folder, settings, new SecurityClock());
    await blobs.onModuleInit();

    await expect(blobs.keep(await blobs.stage(Readable.from(Buffer.from(content))))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(blobs.read(other)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(asked).toEqual([]);
    await Promise.all([elsewhere.end(), sending.end()]);
    await rm(folder, { recursive: true });
  });
});

async function aServer(answer: RequestListener): Promise<{ url: string; end: () => Promise<unknown> }> {
  const server = createServer(answer);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const end = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((settle) => server.close(settle));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end };
}
