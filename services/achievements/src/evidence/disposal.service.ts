import { BlobStore } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { EvidenceFile } from './evidence.entity';

/** Takes off the disk what an excluded submission ever held (P17); backups run out by their own term. */
@Injectable()
export class DisposalService {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** Nothing of a submission that is not excluded. The same content under another draft's name stays. */
  async dispose(serial: string): Promise<void> {
    const { manager } = this.database;
    const submission = await manager.findOneBy(Submission, { serial, excluded: true });
    const pieces = submission === null ? [] : await manager.findBy(EvidenceFile, { draftId: submission.draftId });
    const digests = [...new Set(pieces.map(({ sha256 }) => sha256))];
    const held = await manager.findBy(EvidenceFile, { sha256: In(digests), removedAt: IsNull() });
    for (const sha256 of digests.filter((digest) => !held.some((piece) => piece.sha256 === digest))) {
      await this.blobs.remove(sha256);
    }
  }
}
