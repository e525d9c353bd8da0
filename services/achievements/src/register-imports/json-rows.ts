import { DomainError } from '@dengke/service-kit';
import { registerFields, registerSheet } from './register-rows';
import type { RegisterField, RegisterRow } from './register-rows';

const MOST_BYTES = 2 * 1024 * 1024;
const isText = (value: unknown): value is string | number => typeof value === 'string' || Number.isSafeInteger(value);

/**
 * The same rows as JSON: `{ "rows": [{ "number": …, "units": [ … ], … }] }`, each field a text or a list of texts.
 * @throws DomainError FILE_TOO_LARGE, SHEET_REFUSED { missing, unknown, mostRows }
 */
export function jsonRowsOf(content: Buffer): RegisterRow[] {
  if (content.length > MOST_BYTES) {
    throw new DomainError('FILE_TOO_LARGE', { mostBytes: MOST_BYTES });
  }
  const rows = rowsIn(content);
  const { mostRows } = registerSheet;
  if (rows === null || rows.length === 0 || rows.length > mostRows) {
    throw new DomainError('SHEET_REFUSED', { missing: rows === null ? ['rows'] : [], mostRows });
  }
  const unknown = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !(registerFields as string[]).includes(key));
  if (unknown.length > 0) {
    throw new DomainError('SHEET_REFUSED', { unknown: unknown.slice(0, 20).map((key) => key.slice(0, 40)), mostRows });
  }
  return rows.map((row, at) => rowOf(row, at + 1));
}

function rowsIn(content: Buffer): Record<string, unknown>[] | null {
  try {
    const { rows } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)) as { rows?: unknown };
    const isObject = (row: unknown): row is Record<string, unknown> => typeof row === 'object' && row !== null && !Array.isArray(row);
    return Array.isArray(rows) && rows.every(isObject) ? rows : null;
  } catch {
    return null;
  }
}

function rowOf(row: Record<string, unknown>, number: number): RegisterRow {
  const unread: RegisterField[] = [];
  const values = registerFields.map((field): [RegisterField, string] => {
    const said = row[field] ?? '';
    const parts = Array.isArray(said) ? (said as unknown[]) : [said];
    const text = parts.every(isText) ? parts.join('；').trim() : null;
    const isPlain = text !== null && !/^[=@＝＠]|(?!\n)\p{Cc}|\p{Cs}/u.test(text);
    if (!isPlain) {
      unread.push(field);
    }
    return [field, isPlain ? text : ''];
  });
  return { number, values: Object.fromEntries(values) as Record<RegisterField, string>, unread };
}
