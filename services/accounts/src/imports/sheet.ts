import type { Cell, Row } from 'exceljs';
import { DomainError, plainTextOf, worksheetsOf } from '@dengke/service-kit';
import { faultAt } from './row-faults';
import type { RowFault } from './row-faults';

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

/**
 * The rows of the first sheet below their titles, which may stand in any order.
 * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED { missing, mostRows }
 */
export async function rowsOf<Field extends string>(
  content: Buffer,
  fileName: string,
  { columns, mostRows }: SheetForm<Field>,
): Promise<SheetRow<Field>[]> {
  const [sheet] = await worksheetsOf(content, fileName);
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

/** In one line and one width; null for what is no plain text. */
function textOf(cell: Cell): string | null {
  const text = plainTextOf(cell)?.normalize('NFKC').trim();
  return text === undefined || /^[=@]|\p{Cc}/u.test(text) ? null : text;
}
