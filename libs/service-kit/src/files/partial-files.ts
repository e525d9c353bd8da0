import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../http/domain-error';
import type { StagedBlob } from './blob-store';
import { folderFault } from './folder';

const SYNC_EVERY = 4 * 1024 * 1024;

/** How a piece is added: behind what is there, no further than the whole. */
export interface Appending {
  at: number;
  mostBytes: number;
  /** Of the piece alone; when it differs the piece is taken back. */
  checksum?: { algorithm: string; value: Buffer } | undefined;
  signal: AbortSignal;
}

/** Files that arrive in pieces, under a name that is an id. What is on disk is what has arrived: a killed service goes on from there. */
export class PartialFiles {
  constructor(private readonly folder: string) {}

  async bytesOf(id: string): Promise<number> {
    return stat(this.pathOf(id)).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /**
   * When the piece breaks off, what has come of it stays; unless it has a checksum, or is too long: then nothing does.
   * @returns the bytes that are there now @throws DomainError FILE_TOO_LARGE, CHECKSUM_DIFFERS, UNAVAILABLE
   */
  async append(id: string, content: Readable, { at, mostBytes, checksum, signal }: Appending): Promise<number> {
    const file = await this.openToWrite(id);
    const digest = checksum && createHash(checksum.algorithm);
    let end = at;
    let reached = at;
    let isWhole = false;
    const breakOff = (): void => void content.destroy(signal.reason as Error);
    signal.addEventListener('abort', breakOff);
    try {
      for await (const piece of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (end + piece.length > mostBytes) {
          end = at;
          throw new DomainError('FILE_TOO_LARGE', { mostBytes });
        }
        reached = end + piece.length;
        digest?.update(piece);
        // A disk that is nearly full takes a part, and says that it is full only when asked for the rest.
        for (let taken = 0; taken < piece.length;) {
          const { bytesWritten } = await file.write(piece, taken, piece.length - taken, end);
          taken += bytesWritten;
          end += bytesWritten;
        }
        await (end % SYNC_EVERY < piece.length ? file.datasync() : undefined);
      }
      isWhole = digest === undefined || digest.digest().equals(checksum?.value ?? Buffer.alloc(0));
      if (!isWhole) {
        throw new DomainError('CHECKSUM_DIFFERS');
      }
      return end;
    } catch (error) {
      throw folderFault(error);
    } finally {
      signal.removeEventListener('abort', breakOff);
      // Only what was written here and is not to stay: behind a piece that hangs, another process may have gone on.
      const stays = checksum !== undefined && !isWhole ? at : end;
      await settled(file, stays < reached ? stays : undefined);
    }
  }

  /** All of it, as if it had come at once. */
  async whole(id: string): Promise<StagedBlob> {
    const path = this.pathOf(id);
    const digest = createHash('sha256');
    let bytes = 0;
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      digest.update(piece);
      bytes += piece.length;
    }
    return { path, bytes, sha256: digest.digest('hex') };
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** The ids of all that is here. */
  async ids(): Promise<string[]> {
    return readdir(this.folder).catch(() => []);
  }

  private async openToWrite(id: string) {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      // Neither truncating nor appending: pieces are written where they belong.
      return await open(this.pathOf(id), 'r+').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') {
          return open(this.pathOf(id), 'wx+', 0o600);
        }
        throw error;
      });
    } catch (error) {
      throw folderFault(error);
    }
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}

/** Cut where it is to end, on the disk, and closed. Storage over a network may say only here that it is full. @throws DomainError UNAVAILABLE */
async function settled(file: FileHandle, bytes: number | undefined): Promise<void> {
  try {
    await (bytes === undefined ? undefined : file.truncate(bytes));
    await file.datasync();
  } catch (error) {
    throw folderFault(error);
  } finally {
    await file.close();
  }
}
