import { readFile } from 'node:fs/promises';
import type { Caller, Evidence } from '@dengke/contract';
import { BlobStore, BusinessClock, checked, DomainError, inTransaction, mediaTypeOf, receive, safeFileName } from '@dengke/service-kit';
import type { Downloadable, Parts, StagedBlob, UploadedFile } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { DraftsService } from '../drafts/drafts.service';
import { EvidenceFieldsDto } from './evidence.dto';
import type { UploadedEvidenceDto } from './evidence.dto';
import { EvidenceFile } from './evidence.entity';
import { asEvidence, evidenceOf } from './evidence-rows';
import { inTurn } from './in-turn';
import { ScansService } from './scans.service';
import { UploadsService } from './uploads.service';

/** Live pieces of evidence in one draft. */
export const mostPieces = 20;

type Given = Pick<EvidenceFile, 'kind' | 'number' | 'issuedOn' | 'fileName'>;
type Described = Given & Pick<EvidenceFile, 'mediaType' | 'scannedAt'>;

/** Nothing that is done again makes such a file another one. */
const isFinal: ReadonlySet<string> = new Set(['FILE_TYPE_REFUSED', 'FILE_INFECTED', 'DIGEST_DIFFERS']);

/** The evidence of a unit's drafts: the file on disk first, then its row. */
@Injectable()
export class EvidenceService {
  /** A file is judged whole in memory; a hundred at once would take the service with them. */
  private readonly inTurn = inTurn();

  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly drafts: DraftsService,
    private readonly blobs: BlobStore,
    private readonly uploads: UploadsService,
    private readonly scans: ScansService,
  ) {}

  /**
   * Sent again, the same file with the same fields is the same piece.
   * @throws DomainError NOT_FOUND outside the caller's unit, TOO_MANY_FILES, FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_INFECTED, INVALID_INPUT, MALFORMED
   */
  async add(me: Caller, draftId: string, parts: Parts): Promise<Evidence> {
    const { evidence } = await this.drafts.view(me, draftId);
    if (evidence.length > mostPieces) {
      throw tooMany();
    }
    const { fields, files } = await receive(parts, this.blobs, ['file']);
    const { fileName, blob } = files.get('file') as UploadedFile;
    try {
      return await this.admit(me, draftId, { ...checked(EvidenceFieldsDto, fields), fileName }, blob);
    } finally {
      await this.blobs.discard(blob);
    }
  }

  /**
   * What is refused for what it is, is gone; what met a part of the system that is away can be tried again.
   * @throws DomainError as `add`, OFFSET_CONFLICT while some of it is missing, DIGEST_DIFFERS
   */
  async addUploaded(me: Caller, draftId: string, { uploadId, sha256, ...given }: UploadedEvidenceDto): Promise<Evidence> {
    const { evidence } = await this.drafts.view(me, draftId);
    const same = evidence.find((piece) => isSame(piece, { ...given, sha256 }));
    if (same !== undefined) {
      return same;
    }
    const blob = await this.uploads.whole(me, draftId, uploadId);
    try {
      if (blob.sha256 !== sha256) {
        throw new DomainError('DIGEST_DIFFERS');
      }
      const added = await this.admit(me, draftId, given, blob);
      await this.uploads.clear(uploadId);
      return added;
    } catch (error) {
      if (error instanceof DomainError && isFinal.has(error.code)) {
        await this.uploads.clear(uploadId);
      }
      throw error;
    }
  }

  /** The blob stays: a submitted version may name it. @throws DomainError NOT_FOUND */
  async remove(me: Caller, draftId: string, evidenceId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await this.drafts.lock(manager, draftId, me);
      const piece = { id: evidenceId, draftId, removedAt: IsNull() };
      const { affected } = await manager.update(EvidenceFile, piece, { removedAt: this.clock.now() });
      if (affected !== 1) {
        throw new DomainError('NOT_FOUND');
      }
    });
  }

  /** @throws DomainError NOT_FOUND outside the caller's unit and once it is removed */
  async openOwn(me: Caller, draftId: string, evidenceId: string): Promise<Downloadable> {
    const { evidence } = await this.drafts.view(me, draftId);
    if (!evidence.some(({ id }) => id === evidenceId)) {
      throw new DomainError('NOT_FOUND');
    }
    return this.open(evidenceId);
  }

  /** The file as a download, removed from its draft or not. Whether the caller may see it is judged before. @throws DomainError NOT_FOUND */
  async open(evidenceId: string): Promise<Downloadable> {
    const piece = await this.database.manager.findOneBy(EvidenceFile, { id: evidenceId });
    if (piece === null) {
      throw new DomainError('NOT_FOUND');
    }
    await this.scans.requireUsable(piece);
    const { sha256, mediaType, bytes, fileName } = piece;
    return { mediaType, bytes, fileName, open: (range) => this.blobs.read(sha256, range) };
  }

  /** Judged, scanned, kept, and only then named by a row. */
  private async admit(me: Caller, draftId: string, given: Given, blob: StagedBlob): Promise<Evidence> {
    const described = await this.inTurn(() => describe(given, blob));
    const scannedAt = await this.scans.admit(me.personId, draftId, blob);
    await this.blobs.keep(blob);
    return inTransaction(this.database, (manager) => this.record(manager, me, draftId, { ...described, scannedAt }, blob));
  }

  private async record(
    manager: EntityManager,
    me: Caller,
    draftId: string,
    described: Described,
    { bytes, sha256 }: StagedBlob,
  ): Promise<Evidence> {
    await this.drafts.lock(manager, draftId, me);
    const held = await evidenceOf(manager, draftId);
    const same = held.find((piece) => isSame(piece, { ...described, sha256 }));
    if (same !== undefined) {
      return same;
    }
    if (held.length >= mostPieces) {
      throw tooMany();
    }
    const added = { id: uuidv7(), draftId, ...described, bytes, sha256, addedBy: me.personId, addedAt: this.clock.now(), removedAt: null };
    await manager.insert(EvidenceFile, added);
    return asEvidence(added);
  }
}

async function describe({ kind, number, issuedOn, fileName }: Given, { path }: StagedBlob) {
  return { kind, number, issuedOn, fileName: safeFileName(fileName), mediaType: await mediaTypeOf(await readFile(path), fileName) };
}

const isSame = (piece: Evidence, { kind, number, issuedOn, sha256 }: Pick<Evidence, 'kind' | 'number' | 'issuedOn' | 'sha256'>): boolean =>
  piece.sha256 === sha256 && piece.kind === kind && piece.number === number && piece.issuedOn === issuedOn;

const tooMany = (): DomainError => new DomainError('TOO_MANY_FILES', { most: mostPieces });
