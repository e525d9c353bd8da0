import { textRowsOf } from '@dengke/service-kit';
import type { SheetForm } from '@dengke/service-kit';
import { faultAt } from './row-faults';
import type { RowFault } from './row-faults';

/** One row as text, in one line and one width; what is no such text has its fault and is empty. */
export interface SheetRow<Field extends string> {
  number: number;
  values: Record<Field, string>;
  faults: RowFault[];
}

/** @throws DomainError FILE_TOO_LARGE, FILE_TYPE_REFUSED, SHEET_REFUSED { missing, mostRows } */
export async function rowsOf<Field extends string>(content: Buffer, fileName: string, form: SheetForm<Field>): Promise<SheetRow<Field>[]> {
  const rows = await textRowsOf(content, fileName, form);
  return rows.map(({ number, values, unread }) => {
    const faults = unread.map((field) => faultAt(number, field, 'formula'));
    const plain = (Object.entries(values) as [Field, string][]).map(([field, value]): [Field, string] => {
      const text = value.normalize('NFKC').trim();
      const isPlain = !/^[=@]|\p{Cc}/u.test(text);
      if (!isPlain) {
        faults.push(faultAt(number, field, 'formula'));
      }
      return [field, isPlain ? text : ''];
    });
    return { number, values: Object.fromEntries(plain) as Record<Field, string>, faults };
  });
}
