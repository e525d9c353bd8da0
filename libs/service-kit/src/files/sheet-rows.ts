import type { Row } from 'exceljs';
import { DomainError } from '../http/domain-error';
import { plainTextOf, worksheetsOf } from './workbook';

/** One row of a sheet as text, trimmed. */
export interface TextRow<Field extends string> {
  number: number;
  values: Record<Field, string>;
  /** What is no plain text; empty in `values`. */
  unread: Field[];
}

export interface SheetForm<Field extends string> {
  /** The title of each field's column. */
  columns: Record<Field, string>;
  /** Whose column may be left out. */
  optional?: readonly Field[];
  mostRows: number;
}

/**
 * The rows of the first sheet below their titles, which may stand in any order.
 * @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED { missing, mostRows }
 */
export async function textRowsOf<Field extends string>(
  content: Buffer,
  fileName: string,
  form: SheetForm<Field>,
): Promise<TextRow<Field>[]> {
  const { columns, optional = [], mostRows } = form;
  const [sheet] = await worksheetsOf(content, fileName);
  const titles = new Map<string, number>();
  sheet?.getRow(1).eachCell((cell, at) => titles.set(plainTextOf(cell)?.normalize('NFKC').trim() ?? '', at));
  const fields = Object.entries(columns) as [Field, string][];
  const missing = fields.filter(([field, title]) => !titles.has(title) && !optional.includes(field)).map(([, title]) => title);
  const rows: TextRow<Field>[] = [];
  sheet?.eachRow((row, number) => {
    if (number > 1 && rows.length <= mostRows) {
      rows.push(rowOf(row, fields, titles));
    }
  });
  const filled = rows.filter(({ values, unread }) => unread.length > 0 || Object.values(values).some((value) => value !== ''));
  if (missing.length > 0 || filled.length === 0 || rows.length > mostRows) {
    throw new DomainError('SHEET_REFUSED', { missing, mostRows });
  }
  return filled;
}

function rowOf<Field extends string>(row: Row, fields: readonly [Field, string][], titles: ReadonlyMap<string, number>): TextRow<Field> {
  const unread: Field[] = [];
  const values = fields.map(([field, title]): [Field, string] => {
    const column = titles.get(title);
    const text = column === undefined ? '' : plainTextOf(row.getCell(column));
    if (text === null) {
      unread.push(field);
    }
    return [field, text ?? ''];
  });
  return { number: row.number, values: Object.fromEntries(values) as Record<Field, string>, unread };
}
