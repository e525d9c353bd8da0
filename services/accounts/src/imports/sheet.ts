import { ValueType, Workbook } from 'exceljs';
import type { Cell, Row, Worksheet } from 'exceljs';
import { DomainError } from '@dengke/service-kit';
import { faultAt } from './row-faults';
import type { RowFault } from './row-faults';
import { requireSoundWorkbook } from './sound-workbook';

/** One row as text, trimmed; what is no text has its fault and is empty. */
export interface SheetRow<Field extends string> {
  number: number;
  values: Record<Field, string>;
  faults: RowFault[];
}

export interface SheetForm<Field extends string> {
  /** The title of each field's column. */
  columns: Record<Field, string>;
  mostRows: number;
}

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

/**
 * The rows of the first sheet below their titles, which may stand in any order.
 * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED { missing, mostRows }
 */
export async function rowsOf<Field extends string>(
  content: Buffer,
  fileName: string,
  { columns, mostRows }: SheetForm<Field>,
): Promise<SheetRow<Field>[]> {
  await requireSoundWorkbook(content, fileName);
  const sheet = await firstSheet(content);
  const titles = new Map<string, number>();
  sheet?.getRow(1).eachCell((cell, at) => titles.set(textOf(cell) ?? '', at));
  const fields = Object.entries(columns) as [Field, string][];
  const missing = fields.map(([, title]) => title).filter((title) => !titles.has(title));
  const rows: SheetRow<Field>[] = [];
  sheet?.eachRow((row, number) => {
    if (number > 1 && rows.length <= mostRows) {
      rows.push(rowOf(row, fields, titles));
    }
  });
  const filled = rows.filter(({ values, faults }) => faults.length > 0 || Object.values(values).some((value) => value !== ''));
  if (missing.length > 0 || filled.length === 0 || rows.length > mostRows) {
    throw new DomainError('SHEET_REFUSED', { missing, mostRows });
  }
  return filled;
}

async function firstSheet(content: Buffer): Promise<Worksheet | undefined> {
  try {
    const workbook = await new Workbook().xlsx.load(new Uint8Array(content).buffer, { ignoreNodes });
    return workbook.worksheets[0];
  } catch {
    throw new DomainError('SHEET_REFUSED');
  }
}

function rowOf<Field extends string>(row: Row, fields: readonly [Field, string][], titles: ReadonlyMap<string, number>): SheetRow<Field> {
  const faults: RowFault[] = [];
  const values = fields.map(([field, title]): [Field, string] => {
    const text = textOf(row.getCell(titles.get(title) ?? 1));
    if (text === null) {
      faults.push(faultAt(row.number, field, 'formula'));
    }
    return [field, text ?? ''];
  });
  return { number: row.number, values: Object.fromEntries(values) as Record<Field, string>, faults };
}

/** Null for a formula, a date, an error, and for a text that another program would take for a formula. */
function textOf(cell: Cell): string | null {
  if (!plain.has(cell.type)) {
    return null;
  }
  const text = cell.text.normalize('NFKC').trim();
  return /^[=@]|\p{Cc}|\p{Cs}/u.test(text) ? null : text;
}
