import { createHash, randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OnModuleInit } from '@nestjs/common';
import type { SecurityClock } from '../clock/security-clock';
import { DomainError } from '../http/domain-error';

const STALE_MS = 24 * 3_600_000;
/** The folder is full, broken or not ours to write: nothing the caller did. */
const FOLDER_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EMFILE']);

/** Received but not yet kept. */
export interface StagedBlob {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * Contents under the digest of what they are: the same file is held once, and none is ever changed. A blob is on disk before any row names it, so
 * what a crash leaves behind is at worst a blob without a row. A service provides it with a folder of its own.
 */
export class BlobStore implements OnModuleInit {
  private readonly staging: string;

  constructor(
    private readonly folder: string,
    private readonly clock: SecurityClock,
  ) {
    this.staging = join(folder, 'staging');
  }

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

  /** Gives staged content its final name. Twice the same content is kept once. */
  async keep({ path, sha256 }: StagedBlob): Promise<void> {
    try {
      const folder = this.folderOf(sha256);
      await mkdir(folder, { recursive: true });
      await rename(path, join(folder, sha256));
      await settle(folder);
    } catch (error) {
      throw folderFault(error);
    }
  }

  async discard({ path }: Pick<StagedBlob, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** @throws Error when the blob is not there: a row without its blob, which must not be */
  async read(sha256: string): Promise<ReadStream> {
    const file = await open(join(this.folderOf(sha256), sha256), 'r');
    return file.createReadStream();
  }

  /** For what must not be kept at all, once no row names it. Twice is as once. */
  async remove(sha256: string): Promise<void> {
    await rm(join(this.folderOf(sha256), sha256), { force: true });
  }

  private folderOf(sha256: string): string {
    return join(this.folder, 'blobs', sha256.slice(0, 2));
  }
}

/** A renamed file survives a power cut once its folder is on disk. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function folderFault(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return FOLDER_FAULTS.has(code) ? new DomainError('UNAVAILABLE') : error;
}
