import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@dengke/contract';
import {
  BlobStore,
  BusinessClock,
  DomainError,
  inTransaction,
  mediaTypeOf,
  once,
  receive,
  safeFileName,
  VirusScanner,
} from '@dengke/service-kit';
import type { Downloadable, Parts, UploadedFile } from '@dengke/service-kit';
import { NoticeFile } from './notice-file.entity';

const PART = 'file';
export type KeptFile = Pick<NoticeFile, 'id' | 'fileName' | 'mediaType' | 'bytes' | 'sha256'>;

/** Annexes of letters and scans that come with answers: uploaded first, then bound once, by somebody of the organisation that uploaded them. */
@Injectable()
export class NoticeFilesService {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
    private readonly scanner: VirusScanner,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError FILE_TYPE_REFUSED, FILE_TOO_LARGE, FILE_INFECTED, MALFORMED, UNAVAILABLE while a scanner is away */
  async upload(me: Caller, key: string, parts: Parts): Promise<KeptFile> {
    const at = this.clock.now();
    const { files } = await receive(parts, this.blobs, [PART]);
    const file = files.get(PART) as UploadedFile;
    try {
      const { bytes, sha256 } = file.blob;
      const fileName = safeFileName(file.fileName);
      const mediaType = await mediaTypeOf(await readFile(file.blob.path), file.fileName);
      await this.scanner.requireClean(file.blob, this.blobs);
      await this.blobs.keep(file.blob);
      const { personId, position } = me;
      const kept = { id: uuidv7(), fileName, mediaType, bytes, sha256 };
      const row = { ...kept, organisationId: position.organisationId, uploadedBy: personId, uploadedAt: at, noticeId: null, copyId: null };
      return await inTransaction(this.database, (manager) =>
        // What is uploaded counts for nothing until an act binds it, which is recorded.
        // nosemgrep: act-without-ledger
        once(manager, { personId, key, body: { act: 'uploadNoticeFile', fileName, sha256 }, at }, async () => {
          await manager.insert(NoticeFile, row);
          return kept;
        }),
      );
    } finally {
      await this.blobs.discard(file.blob);
    }
  }

  /** Binds what was uploaded to a letter or an answer. @throws DomainError NOT_FOUND for another's, or what is bound already */
  async bind(
    manager: EntityManager,
    organisationId: string,
    ids: readonly string[],
    to: { noticeId: string } | { copyId: string },
  ): Promise<void> {
    const unbound = { id: In([...new Set(ids)]), organisationId, noticeId: IsNull(), copyId: IsNull() };
    const { affected } = ids.length === 0 ? { affected: 0 } : await manager.update(NoticeFile, unbound, to);
    if (affected !== ids.length) {
      throw new DomainError('NOT_FOUND', { field: 'files' });
    }
  }

  async boundTo(where: { noticeId: string } | { copyId: string }): Promise<KeptFile[]> {
    const found = await this.database.manager.find(NoticeFile, { where, order: { id: 'ASC' } });
    return found.map(({ id, fileName, mediaType, bytes, sha256 }) => ({ id, fileName, mediaType, bytes, sha256 }));
  }

  /** @throws DomainError NOT_FOUND */
  async download(where: { noticeId: string; id: string } | { copyId: string }): Promise<Downloadable> {
    const file = await this.database.manager.findOneBy(NoticeFile, where);
    if (file === null) {
      throw new DomainError('NOT_FOUND');
    }
    const { mediaType, bytes, fileName, sha256 } = file;
    return { mediaType, bytes, fileName, open: (range) => this.blobs.read(sha256, range) };
  }
}
