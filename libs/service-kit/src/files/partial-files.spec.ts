import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { eventually } from '@dengke/test-kit';
import { PartialFiles } from './partial-files';

const whole = Buffer.from('abcdefghijklmnopqrstuvwxyz'.repeat(100));
const signal = new AbortController().signal;

describe('a file that arrives in pieces at two processes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-pieces-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps what the second was given, though the piece hangs at the first and breaks off only then', async () => {
    const [one, other] = [new PartialFiles(folder), new PartialFiles(folder)];
    const hanging = new PassThrough();
    const broken = one.append('file', hanging, { at: 0, mostBytes: whole.length, signal }).catch((error: unknown) => error);
    hanging.write(whole.subarray(0, 1_000));
    await eventually(async () => expect(await other.bytesOf('file')).toBe(1_000));

    await other.append('file', Readable.from([whole.subarray(1_000)]), { at: 1_000, mostBytes: whole.length, signal });
    hanging.destroy(new Error('the line broke'));

    expect(await broken).toBeInstanceOf(Error);
    expect(await readFile(join(folder, 'file'))).toEqual(whole);
  });
});

describe('a disk that says only in the end that it is full', () => {
  it('is away, and the file is closed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-pieces-'));
    const handle = await open(join(folder, 'probe'), 'w');
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const held: FileHandle[] = [];
    const syncing = jest.spyOn(prototype, 'datasync').mockImplementationOnce(function (this: FileHandle) {
      held.push(this);
      return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    });

    const added = new PartialFiles(folder).append('file', Readable.from([whole]), { at: 0, mostBytes: whole.length, signal });

    await expect(added).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(held.map(({ fd }) => fd)).toEqual([-1]);
    syncing.mockRestore();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('a disk that takes a piece in parts', () => {
  it('has all of it in the end, and where it is full no more than what it took', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-pieces-'));
    const files = new PartialFiles(folder);
    let room = 1_500;
    const handle = await open(join(folder, 'probe'), 'w');
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const write = Reflect.get(prototype, 'write') as (this: FileHandle, ...given: unknown[]) => Promise<{ bytesWritten: number }>;
    // As POSIX has it: fewer bytes than were given, and the fault only when nothing fits any more.
    const taking = jest.spyOn(prototype, 'write').mockImplementation(function (this: FileHandle, ...given: unknown[]) {
      const [content, offset, length, at] = given as [Buffer, number, number, number];
      const fits = Math.min(length, 400, room);
      room -= fits;
      return fits === 0
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : write.call(this, content, offset, fits, at);
    } as never);
    const given = { mostBytes: whole.length, signal };

    await files.append('file', Readable.from([whole.subarray(0, 1_000)]), { ...given, at: 0 });
    expect(await readFile(join(folder, 'file'))).toEqual(whole.subarray(0, 1_000));

    await expect(files.append('file', Readable.from([whole.subarray(1_000)]), { ...given, at: 1_000 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    taking.mockRestore();
    expect(await readFile(join(folder, 'file'))).toEqual(whole.subarray(0, 1_500));
    await rm(folder, { recursive: true });
  });
});
