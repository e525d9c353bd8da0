import { join } from 'node:path';
import type { Caller } from '@dengke/contract';
import { DomainError, inTransaction, mostBytes, PartialFiles, SecurityClock } from '@dengke/service-kit';
import type { Chunk, StagedBlob, UploadProgress } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AchievementsConfig } from '../config';
import { DraftsService } from '../drafts/drafts.service';
import { UnfinishedUpload } from './upload.entity';

/** What one person may have begun and not finished. */
export const mostUnfinished = { uploads: 5, bytes: 3 * mostBytes };
const KEPT_SECONDS = 24 * 3_600;

interface UnderWay {
  breaking: AbortController;
  ended: Promise<unknown>;
}

/** Files of a draft's evidence that arrive in pieces (tus 1.0): begun, continued after whatever interruption, given up. */
@Injectable()
export class UploadsService {
  private readonly files: PartialFiles;
  /** Whoever sends the next piece ends the connection on which the last one hangs. */
  private readonly underWay = new Map<string, UnderWay>();

  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly drafts: DraftsService,
    config: AchievementsConfig,
  ) {
    this.files = new PartialFiles(join(config.filesDir, 'unfinished'));
  }

  /** @throws DomainError NOT_FOUND outside the caller's unit, TOO_MANY_UPLOADS */
  async begin(me: Caller, draftId: string, bytes: number): Promise<UploadProgress> {
    await this.drafts.view(me, draftId);
    const { personId } = me;
    const upload = { id: uuidv7(), draftId, personId, bytes, expiresAt: this.clock.inSeconds(KEPT_SECONDS) };
    await inTransaction(this.database, async (manager) => {
      await this.drafts.lock(manager, draftId, me);
      await manager.insert(UnfinishedUpload, upload);
      const own = await manager.find(UnfinishedUpload, { where: { personId }, lock: { mode: 'pessimistic_write' } });
      const live = own.filter(({ expiresAt }) => expiresAt > this.clock.now());
      const total = live.reduce((sum, one) => sum + one.bytes, 0);
      if (live.length > mostUnfinished.uploads || total > mostUnfinished.bytes) {
        throw new DomainError('TOO_MANY_UPLOADS', { most: mostUnfinished });
      }
    });
    return { location: `uploads/${upload.id}`, offset: 0, bytes, expiresAt: upload.expiresAt };
  }

  /** @throws DomainError NOT_FOUND for whoever did not begin it */
  async progress(me: Caller, draftId: string, id: string): Promise<UploadProgress> {
    const { bytes, expiresAt } = await this.own(me, draftId, id);
    return { offset: await this.files.bytesOf(id), bytes, expiresAt };
  }

  /** @throws DomainError NOT_FOUND, OFFSET_CONFLICT with where it stands, FILE_TOO_LARGE, CHECKSUM_DIFFERS, MALFORMED when the piece breaks off */
  async append(me: Caller, draftId: string, id: string, chunk: Chunk): Promise<UploadProgress> {
    const { bytes, expiresAt } = await this.own(me, draftId, id);
    const offset = await this.inPlaceOfTheLast(id, async (signal) => {
      const at = await this.files.bytesOf(id);
      if (chunk.offset !== at) {
        throw new DomainError('OFFSET_CONFLICT', { offset: at });
      }
      if (at + (chunk.bytes ?? 0) > bytes) {
        throw new DomainError('FILE_TOO_LARGE', { mostBytes: bytes });
      }
      return this.files.append(id, chunk.content(), { at, mostBytes: bytes, checksum: chunk.checksum, signal });
    });
    return { offset, bytes, expiresAt };
  }

  /** @throws DomainError NOT_FOUND */
  async giveUp(me: Caller, draftId: string, id: string): Promise<void> {
    await this.own(me, draftId, id);
    await this.clear(id);
  }

  /** What has come, all of it. @throws DomainError NOT_FOUND, OFFSET_CONFLICT while some is missing */
  async whole(me: Caller, draftId: string, id: string): Promise<StagedBlob> {
    const { bytes } = await this.own(me, draftId, id);
    const offset = await this.files.bytesOf(id);
    if (offset !== bytes) {
      throw new DomainError('OFFSET_CONFLICT', { offset });
    }
    return this.files.whole(id);
  }

  /** The row first: a partial file without one is cleared away later. */
  async clear(id: string): Promise<void> {
    await this.database.manager.delete(UnfinishedUpload, { id });
    await this.files.remove(id);
  }

  /** Clears what was not finished in time, and what a killed process left without a row. @returns how many */
  async sweep(): Promise<number> {
    await this.database.manager.delete(UnfinishedUpload, { expiresAt: LessThan(this.clock.now()) });
    const ids = await this.files.ids();
    const known = new Set((await this.database.manager.find(UnfinishedUpload, { select: { id: true } })).map(({ id }) => id));
    const left = ids.filter((id) => !known.has(id));
    await Promise.all(left.map((id) => this.files.remove(id)));
    return left.length;
  }

  private async own(me: Caller, draftId: string, id: string): Promise<UnfinishedUpload> {
    await this.drafts.view(me, draftId);
    const upload = await this.database.manager.findOneBy(UnfinishedUpload, { id, draftId, personId: me.personId });
    if (upload === null || upload.expiresAt <= this.clock.now()) {
      throw new DomainError('NOT_FOUND');
    }
    return upload;
  }

  private async inPlaceOfTheLast<T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const last = this.underWay.get(id);
    const breaking = new AbortController();
    last?.breaking.abort(new DomainError('OFFSET_CONFLICT'));
    const done = Promise.resolve(last?.ended).then(() => work(breaking.signal));
    const mine = { breaking, ended: done.catch(() => undefined) };
    this.underWay.set(id, mine);
    try {
      return await done;
    } finally {
      if (this.underWay.get(id) === mine) {
        this.underWay.delete(id);
      }
    }
  }
}
