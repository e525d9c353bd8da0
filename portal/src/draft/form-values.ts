import type { Requirement } from './form-schema';

/** A registration form as the page holds it: by field, a list of rows being a list of such forms. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What stands at `name` or `units.0.name`. */
export function valueAt(form: FormValues, path: string): unknown {
  const [field = '', row, cell] = path.split('.');
  return row === undefined || cell === undefined ? form[field] : rowsOf(form, field)[Number(row)]?.[cell];
}

export function withValue(form: FormValues, path: string, to: unknown): FormValues {
  const [field = '', row, cell] = path.split('.');
  if (row === undefined || cell === undefined) {
    return assigned(form, field, to);
  }
  return { ...form, [field]: rowsOf(form, field).map((one, index) => (index === Number(row) ? assigned(one, cell, to) : one)) };
}

export function rowsOf(form: FormValues, field: string): FormValues[] {
  const value = form[field];
  return Array.isArray(value) ? (value as FormValues[]) : [];
}

function assigned(form: FormValues, key: string, to: unknown): FormValues {
  return to === undefined || to === null
    ? Object.fromEntries(Object.entries(form).filter(([other]) => other !== key))
    : { ...form, [key]: to };
}

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a field is asked for, given the other answers. */
export function isRequired(required: Requirement, form: FormValues, row: number): boolean {
  if (typeof required === 'object') {
    const answer = form[required.field];
    return (typeof answer === 'string' || typeof answer === 'boolean') && required.in.includes(answer);
  }
  return required === 'always' || (required === 'first-row' && row === 0);
}
