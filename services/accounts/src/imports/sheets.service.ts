import { Injectable } from '@nestjs/common';
import { BlobStore, UploadedWorkbooks } from '@dengke/service-kit';
import type { Parts, SheetForm } from '@dengke/service-kit';
import { rowsOf } from './sheet';
import type { SheetRow } from './sheet';

export interface ReadSheet<Field extends string> {
  sha256: string;
  rows: SheetRow<Field>[];
}

/** The uploaded sheet; nothing of the file is kept. */
@Injectable()
export class SheetsService {
  private readonly workbooks: UploadedWorkbooks;

  constructor(blobs: BlobStore) {
    this.workbooks = new UploadedWorkbooks(blobs);
  }

  /** @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED, MALFORMED */
  async read<Field extends string>(parts: Parts, form: SheetForm<Field>): Promise<ReadSheet<Field>> {
    const { sha256, read } = await this.workbooks.read(parts, (content, fileName) => rowsOf(content, fileName, form));
    return { sha256, rows: read };
  }
}
