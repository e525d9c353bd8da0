import { cellText, sentenceOf, textOfCell, trainingMark } from '@dengke/contract';
import type { Reason } from '@dengke/contract';
import { codeListOn, entryOf, filledFields, readForm } from '@dengke/contract/forms';
import type { CellKind, FieldKind, FormField, FormSchema, StoredForm } from '@dengke/contract/forms';
import { plainTextOf, xlsxOf } from '@dengke/service-kit';
import { Workbook } from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';

/** The first sheet has one field a line; each list of the form has a sheet of its own; the last explains the codes. */
export const FORM_SHEET = '登记表';
const CODES_SHEET = '代码表';
const FIRST_LINE = 3;
/** A cell of text keeps a date or a long number as it was typed. */
const asText = { numFmt: '@' };

/** Where in the file something is wrong, and what; never the value. */
export interface CellFault {
  sheet: string;
  row: number;
  column: string;
  reason: Reason;
  /** What the reason names: how long, how many. */
  limits: readonly number[];
  sentence: string;
}

type Place = Omit<CellFault, 'reason' | 'limits' | 'sentence'>;
type Rows = Extract<FieldKind, { is: 'rows' }>;
const isRows = (field: FormField): field is FormField & { kind: Rows } => field.kind.is === 'rows';
const shown = ({ kind }: { kind: CellKind }): boolean => kind.is !== 'id';

/** A form as a workbook, empty or filled in, to be filled in further and handed in again: `formIn` reads what this writes. Ids stay here. */
export async function workbookOf(schema: FormSchema, form: StoredForm = {}): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(FORM_SHEET);
  sheet.columns = [{ width: 24 }, { width: 60, style: asText }, { width: 70 }];
  sheet.addRow(['表式', schema.id, schema.title]);
  sheet.addRow(['栏目', '填写', '说明']);
  const fields = filledFields(schema);
  fields
    .filter((field) => !isRows(field))
    .forEach((field) => sheet.addRow([field.label, cellOf(schema, field.kind, form[field.key]), hintOf(schema, field)]));
  for (const { key, label, kind } of fields.filter(isRows)) {
    const list = workbook.addWorksheet(label);
    const cells = kind.fields.filter(shown);
    list.columns = cells.map(() => ({ width: 22, style: asText }));
    list.addRow(cells.map((cell) => cell.label));
    const rows = (form[key] ?? []) as StoredForm[];
    rows.forEach((row) => list.addRow(cells.map((cell) => cellOf(schema, cell.kind, row[cell.key]))));
  }
  const codes = workbook.addWorksheet(CODES_SHEET);
  for (const id of listsOf(fields)) {
    const { name, entries } = codeListOn(id, schema.listsOn);
    codes.addRows(entries.map((entry) => [name, entry.code, entry.name]));
  }
  return xlsxOf(workbook);
}

const listsOf = (fields: readonly FormField[]): string[] => {
  const kinds = fields.flatMap(({ kind }): FieldKind[] => (kind.is === 'rows' ? kind.fields.map((cell) => cell.kind) : [kind]));
  return [...new Set(kinds.flatMap((kind) => (kind.is === 'code' || kind.is === 'codes' ? [kind.list] : [])))];
};

function hintOf(schema: FormSchema, { kind, help = '' }: FormField): string {
  const unit = kind.is === 'money' ? '单位：万元。' : '';
  const answers =
    kind.is === 'yes-no'
      ? '是、否。'
      : kind.is === 'code' || kind.is === 'codes'
        ? `${codeListOn(kind.list, schema.listsOn).name}的代码或名称，见“${CODES_SHEET}”。`
        : '';
  return `${unit}${answers}${help}`;
}

/** The schema that a filled file says it is of. */
export const schemaIdIn = (sheets: readonly Worksheet[]): string => {
  const form = sheets.find(({ name }) => name === FORM_SHEET);
  return form === undefined ? '' : (plainTextOf(form.getCell('B1')) ?? '');
};

/** What a filled file says, and which of its cells are wrong. A line or sheet that the form does not have is left aside. */
export function formIn(schema: FormSchema, sheets: readonly Worksheet[]): { form: StoredForm; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const places = new Map<string, Place>();
  const read = (place: Place, path: string, kind: FieldKind, cell: Cell): unknown => {
    const text = plainTextOf(cell);
    places.set(path, place);
    if (text === null) {
      faults.push({ ...place, reason: 'formula', limits: [], sentence: sentenceOf('formula') });
    }
    return text === null || text === '' ? undefined : valueOf(schema, kind, textOfCell(text));
  };
  const given: StoredForm = {};
  for (const field of filledFields(schema)) {
    const value = isRows(field) ? rowsIn(field, sheets, read) : lineIn(field, sheets, read);
    Object.assign(given, value === undefined ? {} : { [field.key]: value });
  }
  const { form, faults: found } = readForm(schema, given);
  const nowhere = { sheet: FORM_SHEET, row: 0, column: '' };
  const placed = found.map((fault) => {
    const limits = 'limits' in fault ? fault.limits : [];
    return { ...(places.get(fault.field) ?? nowhere), reason: fault.reason, limits, sentence: sentenceOf(fault.reason, limits) };
  });
  return { form, faults: [...faults, ...placed] };
}

type Read = (place: Place, path: string, kind: FieldKind, cell: Cell) => unknown;

function lineIn({ key, label, kind }: FormField, sheets: readonly Worksheet[], read: Read): unknown {
  const sheet = sheets.find(({ name }) => name === FORM_SHEET);
  const most = Math.min(sheet?.rowCount ?? 0, 500);
  for (let row = FIRST_LINE; sheet !== undefined && row <= most; row += 1) {
    if (plainTextOf(sheet.getCell(row, 1)) === label) {
      return read({ sheet: FORM_SHEET, row, column: label }, key, kind, sheet.getCell(row, 2));
    }
  }
  return undefined;
}

function rowsIn({ key, label, kind }: FormField & { kind: Rows }, sheets: readonly Worksheet[], read: Read): unknown {
  const sheet = sheets.find(({ name }) => name === label);
  const titles = new Map<string, number>();
  sheet?.getRow(1).eachCell((cell, column) => titles.set(plainTextOf(cell) ?? '', column));
  const rows: StoredForm[] = [];
  sheet?.eachRow((line, number) => {
    const isFilled = number > 1 && rows.length <= kind.most && line.hasValues && plainTextOf(line.getCell(1)) !== trainingMark;
    const cells = kind.fields.filter((cell) => shown(cell) && titles.has(cell.label));
    const row = isFilled
      ? cells.map((cell): [string, unknown] => [
          cell.key,
          read(
            { sheet: label, row: number, column: cell.label },
            `${key}[${rows.length}].${cell.key}`,
            cell.kind,
            line.getCell(titles.get(cell.label) ?? 1),
          ),
        ])
      : [];
    const answered = row.filter(([, value]) => value !== undefined);
    if (answered.length > 0) {
      rows.push(Object.fromEntries(answered));
    }
  });
  return rows.length === 0 ? undefined : rows;
}

/** What `valueOf` reads as this answer. */
function cellOf(schema: FormSchema, kind: FieldKind, value: unknown): string {
  if (Array.isArray(value)) {
    const each = value as string[];
    return kind.is === 'codes' ? each.map((code) => withName(schema, kind.list, code)).join('；') : oneByOne(each.map(writable));
  }
  if (typeof value === 'string') {
    return kind.is === 'code' ? withName(schema, kind.list, value) : cellText(writable(value));
  }
  return typeof value === 'boolean' ? (value ? '是' : '否') : typeof value === 'number' ? String(value) : '';
}

/** No cell holds control characters but the line break. */
const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');

function withName(schema: FormSchema, list: string, code: string): string {
  const name = entryOf(codeListOn(list, schema.listsOn), code)?.name ?? '';
  return name === '' || /[;；,，]/.test(name) ? code : `${code} ${name}`;
}

/** A single word with a comma in it, as names of chemicals have, ends with a semicolon. */
const oneByOne = (words: readonly string[]): string =>
  cellText(words.length === 1 && /[,，]/.test(words[0] ?? '') ? `${words[0]}；` : words.join('；'));

/** What is no answer of its kind stays text, for the schema to refuse it in its place. */
function valueOf(schema: FormSchema, kind: FieldKind, text: string): unknown {
  switch (kind.is) {
    case 'integer':
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case 'yes-no':
      return text === '是' ? true : text === '否' ? false : text;
    case 'code':
      return codeNamed(schema, kind.list, text);
    case 'codes':
      return parts(text).map((part) => codeNamed(schema, kind.list, part));
    case 'words':
      return parts(text);
    case 'line':
    case 'lines':
    case 'month':
    case 'day':
    case 'money':
    case 'id':
    case 'rows':
      return text;
  }
}

/** Separated by semicolons or line breaks, or by commas where there are none of these. */
const parts = (text: string): string[] =>
  text
    .split(/[;；\n]/.test(text) ? /[;；\n]/ : /[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** By code, by name, or by both as the sheet of codes has them; counties of one name are told apart by their code alone. */
function codeNamed(schema: FormSchema, list: string, text: string): string {
  const { entries } = codeListOn(list, schema.listsOn);
  const named = entries.filter(({ code, name }) => code === text || name === text || `${code} ${name}` === text);
  return named.length === 1 ? (named[0]?.code ?? text) : text;
}
