import type { DataSource, EntityManager } from 'typeorm';
import type { BlobStore } from './blob-store';

/** Content is kept before a row names it: what was kept a moment ago is of somebody whose row is still to come. */
const IDLE_MS = 600_000;
const AT_ONCE = 1000;

/** To be called in the transaction that gives them up, so that no crash forgets them. @param digests sha256 of contents */
export async function letLeave(manager: EntityManager, digests: readonly string[]): Promise<void> {
  if (digests.length > 0) {
    await manager.query('INSERT IGNORE INTO leaving_file (sha256) VALUES ?', [[...new Set(digests)].map((sha256) => [sha256])]);
  }
}

/**
 * Takes contents off the disk once nothing holds them, in a service with a table `leaving_file`: what was excluded (P17), what was disposed of. Backups run
 * out by their own term.
 */
export class LeavingFiles {
  /** @param held a SELECT that finds a row where something holds the content of a digest, which each of its placeholders stands for */
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
    private readonly held: string,
  ) {}

  /** What was kept within the last ten minutes waits for the next time. @returns how many left the disk @throws DomainError UNAVAILABLE */
  async sweep(): Promise<number> {
    const { manager } = this.database;
    const places = this.held.split('?').length - 1;
    let gone = 0;
    for (const { sha256 } of await manager.query<{ sha256: string }[]>(`SELECT sha256 FROM leaving_file LIMIT ${AT_ONCE}`)) {
      const isHeld = (await manager.query<unknown[]>(this.held, new Array<string>(places).fill(sha256))).length > 0;
      const left = !isHeld && (await this.blobs.removeIdle(sha256, IDLE_MS));
      if (isHeld || left) {
        await manager.query('DELETE FROM leaving_file WHERE sha256 = ?', [sha256]);
      }
      gone += left ? 1 : 0;
    }
    return gone;
  }
}
