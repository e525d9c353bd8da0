import { BlobStore } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { LeavingFile } from './leaving-file.entity';

/** Content is kept before a row names it: what was kept a moment ago is of somebody whose row is still to come. */
const IDLE_MS = 600_000;
const AT_ONCE = 1000;

/** Whatever holds the same content; what an excluded submission had holds nothing (P17), its draft’s rows only say that it was there. */
const HELD = `
  SELECT 1 FROM evidence e WHERE e.sha256 = ?
    AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.draftId = e.draftId AND s.excluded = 1)
  UNION ALL SELECT 1 FROM objection_file WHERE sha256 = ?
  UNION ALL SELECT 1 FROM correction WHERE JSON_VALUE(document, '$.sha256') = ?
  UNION ALL SELECT 1 FROM cancellation WHERE JSON_VALUE(document, '$.sha256') = ?
  UNION ALL SELECT 1 FROM imported_correction WHERE JSON_VALUE(document, '$.sha256') = ? LIMIT 1`;

/** To be called in the transaction that gives them up. @param digests sha256 of contents */
export async function letLeave(manager: EntityManager, digests: readonly string[]): Promise<void> {
  if (digests.length > 0) {
    await manager.query('INSERT IGNORE INTO leaving_file (sha256) VALUES ?', [[...new Set(digests)].map((sha256) => [sha256])]);
  }
}

/** Takes contents off the disk once nothing holds them: what was excluded (P17), what was disposed of. Backups run out by their own term. */
@Injectable()
export class LeavingFiles {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** What was kept within the last ten minutes waits for the next time. @returns how many left the disk @throws DomainError UNAVAILABLE */
  async sweep(): Promise<number> {
    const { manager } = this.database;
    let gone = 0;
    for (const { sha256 } of await manager.find(LeavingFile, { take: AT_ONCE })) {
      const held = await manager.query<unknown[]>(HELD, new Array<string>(5).fill(sha256));
      if (held.length > 0) {
        await manager.delete(LeavingFile, { sha256 });
      } else if (await this.blobs.removeIdle(sha256, IDLE_MS)) {
        await manager.delete(LeavingFile, { sha256 });
        gone += 1;
      }
    }
    return gone;
  }
}
