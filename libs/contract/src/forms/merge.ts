import type { StoredForm } from './shape';

/** A field of the form (`name`, `units`) or a cell of one of its rows (`units.0.name`), and what it becomes; undefined clears it. */
export interface FieldChange {
  field: string;
  to?: unknown;
}

/** A change that was accepted: what stood there before, and the version of the form that it made. */
export interface LoggedChange {
  version: number;
  field: string;
  former?: unknown;
}

/** Two people changed the same field since the version that one of them saw. Nothing of his is stored. */
export interface FieldConflict {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  /** The version that brought theirs. */
  version: number;
}

export interface Merged {
  form: StoredForm;
  /** What it changes, each with what stood there; a change to what stands there already is none. */
  applied: Required<Pick<LoggedChange, 'field' | 'former'>>[];
  conflicts: FieldConflict[];
}

/** `units` and `units.0.name` are about the same thing, `units.0.name` and `units.1.name` are not. */
const overlaps = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/**
 * Changes made on an older version, brought into the form as it is now. Different fields, and different cells of rows, merge; a field that
 * somebody changed meanwhile to something else is a conflict. A row that comes or goes is a change of the whole list.
 * @param log what was accepted after the version the changes were made on, in any order
 */
export function merge(form: StoredForm, log: readonly LoggedChange[], changes: readonly FieldChange[]): Merged {
  const base = formBefore(form, log);
  const wanted = changes.filter(({ field, to }) => !isSame(valueAt(form, field), to));
  const conflicts = wanted.flatMap(({ field, to }): FieldConflict[] => {
    const theirs = log.filter((one) => overlaps(one.field, field)).sort((a, b) => b.version - a.version)[0];
    return theirs === undefined
      ? []
      : [{ field, base: valueAt(base, field), mine: to, theirs: valueAt(form, field), version: theirs.version }];
  });
  const merged = wanted.reduce((now, { field, to }) => withValue(now, field, to), form);
  return { form: merged, applied: wanted.map(({ field }) => ({ field, former: valueAt(form, field) })), conflicts };
}

/** The form as it was before these changes. */
export const formBefore = (form: StoredForm, log: readonly LoggedChange[]): StoredForm =>
  [...log].sort((a, b) => b.version - a.version).reduce((now, { field, former }) => withValue(now, field, former), form);

/** By field what differs between two forms, with what stood in the first. */
export const differences = (before: StoredForm, after: StoredForm): Merged['applied'] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, former: before[field] }));

export function valueAt(form: StoredForm, path: string): unknown {
  const [field = '', row, cell] = path.split('.');
  const value = form[field];
  if (row === undefined || cell === undefined) {
    return value;
  }
  const rows = Array.isArray(value) ? (value as (StoredForm | undefined)[]) : [];
  return rows[Number(row)]?.[cell];
}

function withValue(form: StoredForm, path: string, to: unknown): StoredForm {
  const [field = '', row, cell] = path.split('.');
  if (row === undefined || cell === undefined) {
    return assigned(form, field, to);
  }
  const rows = Array.isArray(form[field]) ? (form[field] as StoredForm[]) : [];
  return { ...form, [field]: rows.map((one, index) => (index === Number(row) ? assigned(one, cell, to) : one)) };
}

function assigned(form: StoredForm, key: string, to: unknown): StoredForm {
  const { [key]: former, ...rest } = form;
  return to === undefined ? rest : former === undefined ? { ...rest, [key]: to } : { ...form, [key]: to };
}

/** Answers are JSON, and the order of a row's cells says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
