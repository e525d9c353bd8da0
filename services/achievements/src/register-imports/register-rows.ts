import { isPlainDate } from '@dengke/calendar';
import { categories, isWellFormedUscc, normalisedUscc, sentenceOf, unitKinds } from '@dengke/contract';
import type { Category, PlainDate, UnitKind } from '@dengke/contract';
import { codeListOn, entryOf } from '@dengke/contract/forms';
import type { SheetForm, TextRow } from '@dengke/service-kit';
import { fingerprintOf } from '../drafts/fingerprint';
import type { Mark, MarkKind } from '../likenesses/marks';
import { markOf } from '../likenesses/marks';

const columns = {
  ...{ number: '登记号', name: '成果名称', category: '成果类别', units: '完成单位', completers: '完成人', approvedOn: '批准登记日期' },
  ...{ registrationYear: '登记年度', uscc: '统一社会信用代码', areaCode: '行政区划', unitKind: '单位属性', summary: '成果简介' },
  ...{ projectNumber: '立项编号', ipNumbers: '知识产权号', standardNumbers: '标准号', cancelledOn: '注销日期' },
} as const;
export type RegisterField = keyof typeof columns;
export const registerFields = Object.keys(columns) as RegisterField[];
const optional = registerFields.slice(registerFields.indexOf('registrationYear'));
export const registerSheet: SheetForm<RegisterField> = { columns, optional, mostRows: 2_000 };
export type RegisterRow = TextRow<RegisterField>;

/** An error keeps the whole file out, a warning is for who compares it with the papers. */
const sentences = {
  required: ['error', sentenceOf('required')],
  malformed: ['error', sentenceOf('matches')],
  formula: ['error', sentenceOf('formula')],
  repeated: ['error', '在本文件中重复'],
  taken: ['error', '该登记号已在登记库中'],
  ours: ['error', '该登记号属于本系统已经使用的号段'],
  beforeApproval: ['error', '早于批准登记日期'],
  against: ['warning', '与登记号中的年份或类别不一致'],
  sameAchievement: ['warning', '本系统中已有名称与第一完成单位相同的成果，将提示审查人员查重'],
} as const;
export type ImportFaultCode = keyof typeof sentences;
export const importFaultCodes = Object.keys(sentences) as ImportFaultCode[];

/** Never holds the value itself. */
export interface ImportFault {
  row: number;
  field: RegisterField;
  code: ImportFaultCode;
  severity: 'error' | 'warning';
  sentence: string;
}
export const importFault = (row: number, field: RegisterField, code: ImportFaultCode): ImportFault => ({
  ...{ row, field, code, severity: sentences[code][0], sentence: sentences[code][1] },
});

/** One registration as a sound row says it. */
export interface Registered {
  row: number;
  number: string;
  name: string;
  category: Category;
  units: string[];
  completers: string[];
  summary: string;
  registrationYear: number;
  approvedOn: PlainDate;
  areaCode: string;
  unitKind: UnitKind | null;
  cancelledOn: PlainDate | null;
  fingerprint: string | null;
  marks: Pick<Mark, 'kind' | 'value'>[];
}

const listed = (text: string): string[] =>
  text
    .split(/[;；、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const isDay = (text: string, today: PlainDate): boolean => isPlainDate(text) && text >= '1949' && text <= today;
const codeNamed = (list: string, text: string, today: PlainDate): string | undefined =>
  codeListOn(list, today).entries.find(({ code, name }) => code === text || name === text)?.code;

type Rule = (value: string, today: PlainDate) => boolean;
const within =
  (most: number): Rule =>
  (value) =>
    value.length <= most;
export const isNumber = (value: string): boolean => /^\d{3}(19|20)\d{2}[YJR]\d{4}$/.test(value);
const rules: Record<RegisterField, Rule> = {
  number: isNumber,
  name: within(200),
  category: (value, today) => codeNamed('category', value, today) !== undefined || Object.values<string>(categories).includes(value),
  units: (value) => listed(value).length <= 50 && listed(value).every((name) => name.length <= 120),
  completers: (value) => listed(value).length <= 100 && listed(value).every((name) => name.length <= 60),
  approvedOn: isDay,
  registrationYear: (value) => /^(19|20)\d{2}$/.test(value),
  uscc: (value) => isWellFormedUscc(normalisedUscc(value)),
  areaCode: (value, today) => entryOf(codeListOn('area', today), value) !== undefined,
  unitKind: (value, today) => (unitKinds as readonly string[]).includes(codeNamed('unit-kind', value, today) ?? ''),
  summary: within(5_000),
  projectNumber: within(80),
  ipNumbers: (value) => listed(value).length <= 100 && listed(value).every((number) => number.length <= 80),
  standardNumbers: (value) => listed(value).length <= 100 && listed(value).every((number) => number.length <= 80),
  cancelledOn: isDay,
};

/** What is wrong within the file itself: one fault a cell. */
export function faultsIn(rows: readonly RegisterRow[], today: PlainDate): ImportFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ number: row, values, unread }) => {
    const faults = registerFields.flatMap((field): ImportFault[] => {
      if (unread.includes(field)) {
        return [importFault(row, field, 'formula')];
      }
      if (values[field] === '') {
        return optional.includes(field) ? [] : [importFault(row, field, 'required')];
      }
      return rules[field](values[field], today) ? [] : [importFault(row, field, 'malformed')];
    });
    const isAgain = values.number !== '' && seen.has(values.number);
    seen.add(values.number);
    return [
      ...faults,
      ...(isAgain ? [importFault(row, 'number', 'repeated')] : []),
      ...(faults.length > 0 ? [] : [...beforeApproval(row, values), ...againstNumber(row, values, today)]),
    ];
  });
}

/** Nothing is cancelled before it is registered. */
const beforeApproval = (row: number, { cancelledOn, approvedOn }: RegisterRow['values']): ImportFault[] =>
  cancelledOn !== '' && cancelledOn < approvedOn ? [importFault(row, 'cancelledOn', 'beforeApproval')] : [];

/** The number has the year of approval and the class in it (P34); an old register may say otherwise, and is taken as it is. */
function againstNumber(row: number, values: RegisterRow['values'], today: PlainDate): ImportFault[] {
  const { number, approvedOn, category } = values;
  const letter = categories[categoryNamed(category, today)];
  return [
    ...(approvedOn.startsWith(number.slice(3, 7)) ? [] : [importFault(row, 'approvedOn', 'against')]),
    ...(number[7] === letter ? [] : [importFault(row, 'category', 'against')]),
  ];
}

const categoryNamed = (text: string, today: PlainDate): Category =>
  (codeNamed('category', text, today) ??
    Object.keys(categories).find((key) => categories[key as Category] === text) ??
    'applied') as Category;

/** What the rows of a sound file say. Where they name no area, the code's own; the province where there is none either. */
export function registeredIn(rows: readonly RegisterRow[], today: PlainDate): Registered[] {
  return rows.map(({ number: row, values }) => {
    const uscc = normalisedUscc(values.uscc);
    const ofCode = codeListOn('area', today).entries.some(({ code }) => code === uscc.slice(2, 8)) ? uscc.slice(2, 8) : '14';
    const numbers = (kind: MarkKind, text: string) => listed(text).map((number) => ({ kind, value: markOf(kind, number) }));
    const marks = [
      ...(values.projectNumber === '' ? [] : [{ kind: 'project' as const, value: markOf('project', values.projectNumber) }]),
      ...numbers('intellectual-property', values.ipNumbers),
      ...numbers('standard', values.standardNumbers),
    ].flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value }]));
    const isInForce = values.cancelledOn === '';
    return {
      ...{ row, number: values.number, name: values.name, category: categoryNamed(values.category, today) },
      ...{ units: listed(values.units), completers: listed(values.completers), summary: values.summary, approvedOn: values.approvedOn },
      registrationYear: Number(values.registrationYear || values.approvedOn.slice(0, 4)),
      areaCode: values.areaCode || ofCode,
      unitKind: (codeNamed('unit-kind', values.unitKind, today) ?? null) as UnitKind | null,
      cancelledOn: isInForce ? null : values.cancelledOn,
      fingerprint: isInForce && uscc !== '' ? fingerprintOf(values.name, uscc) : null,
      marks: isInForce
        ? marks.filter((mark, at) => marks.findIndex((one) => one.kind === mark.kind && one.value === mark.value) === at)
        : [],
    };
  });
}
