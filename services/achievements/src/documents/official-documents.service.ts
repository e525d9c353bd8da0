import { readFile } from 'node:fs/promises';
import { BlobStore, checked, DomainError, mediaTypeOf, receive, safeFileName } from '@dengke/service-kit';
import type { Caller } from '@dengke/contract';
import type { Downloadable, Parts, Upload, UploadedFile } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { inTurn } from '../evidence/in-turn';
import { ScansService } from '../evidence/scans.service';

/** The document on which a correction or a cancellation rests (P36). */
export interface OfficialDocument {
  fileName: string;
  mediaType: string;
  bytes: number;
  /** Of the content; also the blob's name. */
  sha256: string;
}

/** A document is a picture or a PDF, nothing that is edited. */
const accepted = ['application/pdf', 'image/jpeg', 'image/png'];

/** Documents that come with an act: the file on disk first, then the row that names it. */
@Injectable()
export class OfficialDocumentsService {
  /** A file is judged whole in memory. */
  private readonly inTurn = inTurn();

  constructor(
    private readonly blobs: BlobStore,
    private readonly scans: ScansService,
  ) {}

  /**
   * Receives the fields and the one file `document`, and hands them to the act; the file is kept by then.
   * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_INFECTED, INVALID_INPUT, MALFORMED, UNAVAILABLE while the scanner is away
   */
  async withDocument<F extends object, T>(
    me: Caller,
    parts: Parts,
    Fields: new () => F,
    act: (fields: F, document: OfficialDocument) => Promise<T>,
  ): Promise<T> {
    const { fields, files } = await receive(parts, this.blobs, ['document']);
    const file = files.get('document') as UploadedFile;
    try {
      const given = checked(Fields, parsed(fields));
      const document = await this.inTurn(() => describe(file));
      await this.scans.requireClean(me.personId, file.blob);
      await this.blobs.keep(file.blob);
      return await act(given, document);
    } finally {
      await this.blobs.discard(file.blob);
    }
  }

  open({ sha256, mediaType, bytes, fileName }: OfficialDocument): Downloadable {
    return { mediaType, bytes, fileName, open: (range) => this.blobs.read(sha256, range) };
  }
}

async function describe({ fileName: given, blob }: UploadedFile): Promise<OfficialDocument> {
  const fileName = safeFileName(given);
  const mediaType = await mediaTypeOf(await readFile(blob.path), fileName);
  if (!accepted.includes(mediaType)) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted });
  }
  return { fileName, mediaType, bytes: blob.bytes, sha256: blob.sha256 };
}

/** A multipart body holds text: `changes` is JSON in it. @throws DomainError MALFORMED */
function parsed({ changes, ...others }: Upload['fields']): Record<string, unknown> {
  if (typeof changes !== 'string') {
    return others;
  }
  try {
    return { ...others, changes: JSON.parse(changes) as unknown };
  } catch {
    throw new DomainError('MALFORMED', { field: 'changes' });
  }
}
