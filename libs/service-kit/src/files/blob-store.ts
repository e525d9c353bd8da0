import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OnModuleInit } from '@nestjs/common';
import type { SecurityClock } from '../clock/security-clock';
import { folderFault, moveInto } from './folder';

const STALE_MS = 24 * 3_600_000;

/** Received but not yet kept. */
export interface StagedBlob {
  path: string;
  bytes: number;
  sha256: string;
}

/** The first and the last byte that are wanted, counted from 0. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Contents under the digest of what they are: the same file is held once, and none is ever changed. A blob is kept before any row names it, so
 * what a crash leaves behind is at worst a blob without a row. What arrives is staged in a folder of the service, wherever it is kept later.
 */
export abstract class BlobStore implements OnModuleInit {
  protected readonly staging: string;
  private readonly quarantined: string;

  constructor(
    folder: string,
    protected readonly clock: SecurityClock,
  ) {
    this.staging = join(folder, 'staging');
    this.quarantined = join(folder, 'quarantine');
  }

  /** Gives staged content its final name. Twice the same content is kept once. @throws DomainError UNAVAILABLE */
  abstract keep(blob: StagedBlob): Promise<void>;

  /** @throws Error when the blob is not there: a row without its blob, which must not be */
  abstract read(sha256: string, range?: ByteRange): Promise<Readable>;

  /** Takes away at once what turned out to be infected. */
  abstract remove(sha256: string): Promise<void>;

  /**
   * Takes away what nothing names any more, unless the same content was kept within so many milliseconds: its row may be still to come.
   * @returns whether it is gone
   */
  abstract removeIdle(sha256: string, idleMs: number): Promise<boolean>;

  /** Clears what uploads left behind that a killed process never finished. */
  async onModuleInit(): Promise<void> {
    await mkdir(this.staging, { recursive: true });
    for (const name of await readdir(this.staging)) {
      const path = join(this.staging, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => this.clock.millis() - mtimeMs,
        () => 0,
      );
      if (age > STALE_MS) {
        await rm(path, { force: true });
      }
    }
  }

  /** Streams content to disk and counts and digests it on the way. @throws DomainError UNAVAILABLE when the folder cannot take it */
  async stage(content: Readable): Promise<StagedBlob> {
    const path = join(this.staging, randomUUID());
    const digest = createHash('sha256');
    let bytes = 0;
    const counter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        digest.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const file = await open(path, 'wx', 0o600);
      await pipeline(content, counter, file.createWriteStream({ flush: true }));
    } catch (error) {
      await this.discard({ path });
      throw folderFault(error);
    }
    return { path, bytes, sha256: digest.digest('hex') };
  }

  async discard({ path }: Pick<StagedBlob, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** Infected content, staged or kept, goes where only an administrator of the machine looks. */
  async quarantine({ path, sha256 }: StagedBlob): Promise<void> {
    await moveInto(this.quarantined, path, sha256);
  }

  async copyToQuarantine(sha256: string): Promise<void> {
    await this.quarantine(await this.stage(await this.read(sha256)));
  }
}

/** Blobs in a folder of the service's own: the default. */
export class DiskBlobStore extends BlobStore {
  constructor(
    private readonly folder: string,
    clock: SecurityClock,
  ) {
    super(folder, clock);
  }

  async keep({ path, sha256 }: StagedBlob): Promise<void> {
    const now = new Date(this.clock.millis());
    await utimes(path, now, now);
    await moveInto(this.folderOf(sha256), path, sha256);
  }

  async read(sha256: string, range?: ByteRange): Promise<Readable> {
    const file = await open(join(this.folderOf(sha256), sha256), 'r');
    return file.createReadStream(range && { start: range.first, end: range.last });
  }

  async remove(sha256: string): Promise<void> {
    await rm(join(this.folderOf(sha256), sha256), { force: true });
  }

  /** Looked at again once it is aside: whoever keeps the same content meanwhile may have put a file of his own in its place. */
  async removeIdle(sha256: string, idleMs: number): Promise<boolean> {
    const [path, aside] = [join(this.folderOf(sha256), sha256), join(this.staging, randomUUID())];
    const isIdle = async (file: string) => {
      const { mtimeMs } = await stat(file);
      return this.clock.millis() - mtimeMs >= idleMs;
    };
    try {
      if (!(await isIdle(path))) {
        return false;
      }
      await rename(path, aside);
    } catch (error) {
      return isAbsent(error);
    }
    if (await isIdle(aside)) {
      await rm(aside);
      return true;
    }
    await moveInto(this.folderOf(sha256), aside, sha256);
    return false;
  }

  private folderOf(sha256: string): string {
    return join(this.folder, 'blobs', sha256.slice(0, 2));
  }
}

/** @throws what was thrown for any other reason */
function isAbsent(error: unknown): true {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw folderFault(error);
  }
  return true;
}
