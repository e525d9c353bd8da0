import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
