import { fieldName, sentenceOf } from '@dengke/contract';

/** What may be wrong with one cell: an error keeps the whole file out, a warning is for who compares it with the papers. */
const sentences = {
  required: sentenceOf('required'),
  malformed: sentenceOf('matches'),
  formula: sentenceOf('formula'),
  repeated: '在本文件中重复',
  taken: '已被使用',
  unknown: '不存在，或不在您的管理范围内',
  notAllowed: '您不能签发该单位的这一角色',
  graph: '写入后组织关系图将有缺陷，不能新建在此处',
  checkCharacter: '校验位与标准不符，请对照营业执照核对',
} as const;

export type FaultCode = keyof typeof sentences;
export const faultCodes = Object.keys(sentences) as FaultCode[];

/** Never holds the value itself. */
export interface RowFault {
  row: number;
  field: string;
  /** The name of the field. */
  label: string | null;
  code: FaultCode;
  severity: 'error' | 'warning';
  sentence: string;
}

export const faultAt = (row: number, field: string, code: FaultCode): RowFault => ({
  row,
  field,
  label: fieldName(field),
  code,
  severity: code === 'checkCharacter' ? 'warning' : 'error',
  sentence: sentences[code],
});

export const hasErrors = (faults: readonly RowFault[]): boolean => faults.some(({ severity }) => severity === 'error');

interface Cells<Field extends string> {
  number: number;
  values: Record<Field, string>;
  faults: readonly RowFault[];
}

/** One fault a cell: what is required before how it is formed. A cell that could not be read is judged no further. */
export function cellFaults<Field extends string>(
  { number, values, faults }: Cells<Field>,
  rules: { [F in Field]: (value: string) => FaultCode | null },
): RowFault[] {
  const unread = new Set(faults.map(({ field }) => field));
  const found = (Object.keys(values) as Field[]).flatMap((field) => {
    const code = unread.has(field) ? null : rules[field](values[field]);
    return code === null ? [] : [faultAt(number, field, code)];
  });
  return [...faults, ...found];
}

/** The rows after the first that say the same in this field. */
export function repeated<Field extends string>(
  rows: readonly { number: number; values: Record<Field, string> }[],
  field: Field,
): RowFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ number, values }) => {
    const value = values[field];
    const isAgain = value !== '' && seen.has(value);
    seen.add(value);
    return isAgain ? [faultAt(number, field, 'repeated')] : [];
  });
}

export const matching =
  (pattern: RegExp) =>
  (value: string): FaultCode | null =>
    value === '' ? 'required' : pattern.test(value) ? null : 'malformed';
export const oneOf =
  (labels: Readonly<Record<string, unknown>>) =>
  (value: string): FaultCode | null =>
    value === '' ? 'required' : Object.hasOwn(labels, value) ? null : 'malformed';

export const inOrder = (faults: RowFault[]): RowFault[] => faults.sort((one, other) => one.row - other.row);
