import type { FormSchema } from './schema';
import { filledFields } from './schemas';
import { sumOf, yuanOf } from './money';

/** An amount of the form in 万元 and, to be read beside it, in 元. */
export interface FormAmount {
  field: string;
  wan: string;
  yuan: string;
}

/** Every amount of a form in its stored writing, and for a list of amounts their sum. */
export function amountsOf(schema: FormSchema, form: object): FormAmount[] {
  const answers = form as Record<string, unknown>;
  return filledFields(schema).flatMap(({ key, kind }) => {
    if (kind.is === 'money') {
      return amount(key, answers[key]);
    }
    const cell = kind.is === 'rows' ? kind.fields.find((one) => one.kind.is === 'money') : undefined;
    const rows = (answers[key] ?? []) as Record<string, unknown>[];
    if (cell === undefined || rows.length === 0) {
      return [];
    }
    const each = rows.flatMap((row, index) => amount(`${key}.${index}.${cell.key}`, row[cell.key]));
    return [...each, ...amount(key, sumOf(each.map(({ wan }) => wan)))];
  });
}

const amount = (field: string, wan: unknown): FormAmount[] => (typeof wan === 'string' ? [{ field, wan, yuan: yuanOf(wan) }] : []);
