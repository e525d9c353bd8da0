import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { BlobStore, DomainError, receive } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { rowsOf } from './sheet';
import type { SheetForm, SheetRow } from './sheet';

export interface ReadSheet<Field extends string> {
  sha256: string;
  rows: SheetRow<Field>[];
}

/** The uploaded sheet; nothing of the file is kept. */
@Injectable()
export class SheetsService {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly blobs: BlobStore) {}

  /** One at a time: each is held whole in memory while it is read. @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED, MALFORMED */
  async read<Field extends string>(parts: Parts, form: SheetForm<Field>): Promise<ReadSheet<Field>> {
    const { files } = await receive(parts, this.blobs, ['sheet']);
    const sheet = files.get('sheet');
    if (sheet === undefined) {
      throw new DomainError('MALFORMED', { field: 'sheet' });
    }
    const { blob, fileName } = sheet;
    try {
      const turn = this.last.then(async () => rowsOf(await readFile(blob.path), fileName, form));
      this.last = turn.catch(() => undefined);
      return { sha256: blob.sha256, rows: await turn };
    } finally {
      await this.blobs.discard(blob);
    }
  }
}
