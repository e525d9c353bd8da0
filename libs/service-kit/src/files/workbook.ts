import { readFile } from 'node:fs/promises';
import { ValueType, Workbook } from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { DomainError } from '../http/domain-error';
import type { BlobStore } from './blob-store';
import { requireSoundWorkbook } from './sound-workbook';
import { receive } from './upload';
import type { Parts } from './upload';

const plain: ReadonlySet<ValueType> = new Set([
  ValueType.Null,
  ValueType.Number,
  ValueType.String,
  ValueType.SharedString,
  ValueType.RichText,
  ValueType.Hyperlink,
]);
/** What a reader would spread out over each cell it names. */
const ignoreNodes = ['mergeCells', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'drawing', 'tableParts', 'extLst'];

/** The sheets of a workbook that somebody handed in. @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED */
export async function worksheetsOf(content: Buffer, fileName: string): Promise<Worksheet[]> {
  await requireSoundWorkbook(content, fileName);
  try {
    const workbook = await new Workbook().xlsx.load(new Uint8Array(content).buffer, { ignoreNodes });
    return workbook.worksheets;
  } catch {
    throw new DomainError('SHEET_REFUSED');
  }
}

/** What a cell says; null for a formula, a date, an error, and for a text that another program would take for a formula. */
export function plainTextOf(cell: Cell): string | null {
  if (!plain.has(cell.type)) {
    return null;
  }
  const text = cell.text.replaceAll('\r\n', '\n').trim();
  return /^[=@＝＠]|(?!\n)\p{Cc}|\p{Cs}/u.test(text) ? null : text;
}

/** Uploaded workbooks; nothing of a file is kept. */
export class UploadedWorkbooks {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly blobs: BlobStore) {}

  /** One at a time: each is held whole in memory while it is read. @throws DomainError MALFORMED, and what reading is refused for */
  async read<T>(parts: Parts, reading: (content: Buffer, fileName: string) => Promise<T>): Promise<{ sha256: string; read: T }> {
    const { files } = await receive(parts, this.blobs, ['sheet']);
    const sheet = files.get('sheet');
    if (sheet === undefined) {
      throw new DomainError('MALFORMED', { field: 'sheet' });
    }
    const { blob, fileName } = sheet;
    try {
      const turn = this.last.then(async () => reading(await readFile(blob.path), fileName));
      this.last = turn.catch(() => undefined);
      return { sha256: blob.sha256, read: await turn };
    } finally {
      await this.blobs.discard(blob);
    }
  }
}
