import type { FieldFault, LimitReason, Reason } from '../field-reasons';
import { normalisedUscc } from '../uscc';
import { codeListOn, entryOf } from './code-lists';
import { amountOf } from './money';
import type { CellKind, FieldKind, Format, FormSchema, RowField } from './schema';
import { filledFields } from './schemas';

export type ShapeFault = FieldFault;
/** A fault before it is known of which field. */
type Fault = FieldFault extends infer F ? (F extends FieldFault ? Omit<F, 'field'> : never) : never;

/** A form as it is stored: the fields of its schema and no others, each in its one way of writing. */
export type StoredForm = Record<string, unknown>;

type Read = { value?: unknown; faults: Fault[] };

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const LINES = /^[^\p{Cs}\u0000]*$/u;
const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const ID = /^[\w.:-]{1,64}$/;
/** Nothing typed yet is no fault of a draft, so each takes the empty text. */
const FORMATS: Record<Format, RegExp> = {
  any: /^/,
  name: /^/,
  uscc: /^/,
  /** A mobile number, or a landline with or without its area code and extension. */
  phone: /^((\+86[- ]?)?(1[3-9]\d{9}|(0\d{2,3}[- ]?)?\d{7,8}([- ]\d{1,6})?))?$/,
  email: /^([^\s@]{1,64}@[^\s@.]{1,60}(\.[^\s@.]{1,60}){1,5})?$/,
  postcode: /^(\d{6})?$/,
  clc: /^([A-KN-VXZ][A-Z]?[0-9.-]*)?$/,
};

/** Everything that is wrong with what was given, however little of it there is: types, lengths, alphabets, codes, fields that are not listed. */
export const shapeFaults = (schema: FormSchema, given: unknown): ShapeFault[] => readForm(schema, given).faults;

/** @returns the form in its stored way of writing, and what is wrong; a wrong field is left out */
export function readForm(schema: FormSchema, given: unknown): { form: StoredForm; faults: ShapeFault[] } {
  const faults: ShapeFault[] = [];
  const form = readFields(schema, filledFields(schema), given, '', faults);
  return { form, faults };
}

/** One field alone, as `readForm` reads it. */
export function readField(schema: FormSchema, kind: FieldKind, value: unknown, field: string): { value?: unknown; faults: ShapeFault[] } {
  const faults: ShapeFault[] = [];
  const read = readValue(schema, kind, value, field, faults);
  return { value: read, faults };
}

function readFields(
  schema: FormSchema,
  fields: readonly { key: string; kind: FieldKind }[],
  given: unknown,
  path: string,
  faults: ShapeFault[],
): StoredForm {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    faults.push({ field: path, reason: 'isObject' });
    return {};
  }
  const listed = new Map(fields.map(({ key, kind }) => [key, kind]));
  const form: StoredForm = {};
  for (const [key, value] of Object.entries(given as Record<string, unknown>)) {
    const field = path === '' ? key : `${path}.${key}`;
    const kind = listed.get(key);
    if (kind === undefined) {
      faults.push({ field, reason: 'unknown' });
    } else if (value !== undefined) {
      const read = readValue(schema, kind, value, field, faults);
      Object.assign(form, read === undefined ? {} : { [key]: read });
    }
  }
  return form;
}

function readValue(schema: FormSchema, kind: FieldKind, value: unknown, field: string, faults: ShapeFault[]): unknown {
  if (kind.is === 'rows') {
    return readRows(schema, kind, value, field, faults);
  }
  const read = kind.is === 'codes' || kind.is === 'words' ? readList(schema, kind, value) : readCell(schema, kind, value);
  faults.push(...read.faults.map((fault) => ({ field, ...fault })));
  return read.value;
}

function readRows(
  schema: FormSchema,
  { fields, most }: { fields: readonly RowField[]; most: number },
  value: unknown,
  field: string,
  faults: ShapeFault[],
): unknown {
  if (!Array.isArray(value) || value.length > most) {
    faults.push(Array.isArray(value) ? { field, reason: 'arrayMaxSize', limits: [most] } : { field, reason: 'isArray' });
    return undefined;
  }
  return value.map((row, index) => readFields(schema, fields, row, `${field}[${index}]`, faults));
}

const wrong = (reason: Exclude<Reason, LimitReason>): Read => ({ faults: [{ reason }] });
const right = (value: unknown): Read => ({ value, faults: [] });

function readList(schema: FormSchema, kind: Extract<FieldKind, { is: 'codes' | 'words' }>, value: unknown): Read {
  if (!Array.isArray(value)) {
    return wrong('isArray');
  }
  const each: CellKind = kind.is === 'codes' ? { ...kind, is: 'code' } : { is: 'line', max: kind.max };
  const all: Fault[] = [
    ...(value.length > kind.most ? [{ reason: 'arrayMaxSize' as const, limits: [kind.most] }] : []),
    ...(new Set(value).size < value.length ? [{ reason: 'arrayUnique' as const }] : []),
    ...value.flatMap((one) => readCell(schema, each, one).faults),
  ];
  const once = [...new Map(all.map((fault) => [fault.reason, fault])).values()];
  return once.length > 0 ? { faults: once } : right([...(value as unknown[])]);
}

function readCell(schema: FormSchema, kind: CellKind, value: unknown): Read {
  switch (kind.is) {
    case 'line':
    case 'lines':
      return readText(kind, value);
    case 'month':
      return typeof value === 'string' && MONTH.test(value) ? right(value) : wrong('isMonth');
    case 'day':
      return typeof value === 'string' && isDay(value) ? right(value) : wrong('isPlainDate');
    case 'money': {
      const amount = amountOf(value);
      return amount === undefined ? wrong('isAmount') : right(amount);
    }
    case 'integer':
      return Number.isInteger(value) && Number(value) >= kind.min && Number(value) <= kind.max ? right(value) : wrong('isInt');
    case 'yes-no':
      return typeof value === 'boolean' ? right(value) : wrong('isBoolean');
    case 'code':
      return isCode(schema, kind, value) ? right(value) : wrong('isIn');
    case 'id':
      return typeof value === 'string' && ID.test(value) ? right(value) : wrong('matches');
  }
}

function readText(kind: Extract<CellKind, { is: 'line' | 'lines' }>, value: unknown): Read {
  if (typeof value !== 'string') {
    return wrong('isString');
  }
  const format = kind.is === 'line' ? (kind.format ?? 'any') : 'any';
  const text = format === 'uscc' ? normalisedUscc(value) : value;
  if (text.length > kind.max) {
    return { faults: [{ reason: 'maxLength', limits: [kind.max] }] };
  }
  const fits = (kind.is === 'line' ? ONE_LINE : LINES).test(text) && FORMATS[format].test(text);
  return fits ? right(text) : wrong('matches');
}

/** A real day; 30 February is none. */
function isDay(value: string): boolean {
  const at = DAY.test(value) ? Date.parse(`${value}T00:00:00.000Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

function isCode(
  schema: FormSchema,
  { list, deeper }: { list: string; deeper?: { head: number; pattern: string } },
  value: unknown,
): boolean {
  if (typeof value !== 'string') {
    return false;
  }
  const code = deeper === undefined || !new RegExp(deeper.pattern).test(value) ? value : value.slice(0, deeper.head);
  return entryOf(codeListOn(list, schema.listsOn), code) !== undefined;
}
