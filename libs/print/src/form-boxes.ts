import { codeListOn, entryOf, fieldsOf, sumOf, yuanOf } from '@dengke/contract/forms';
import type { CellKind, FieldKind, FormField, FormSchema, RowField } from '@dengke/contract/forms';

/** What a template draws: what a box is called, and the words in it. */
export type Pair = readonly [label: string, words: string];
export interface RowsBlock {
  label: string;
  head: string[];
  /** Shares of the line, a column each; none where each row is drawn as a card, for it has more boxes than a line. */
  widths: number[] | null;
  rows: string[][];
}
/** One of the three is there: boxes two to a line, one box of a whole line, a list. */
export interface Block {
  pairs?: Pair[];
  wide?: Pair;
  rows?: RowsBlock;
}
export interface Section {
  label: string;
  blocks: Block[];
}

/** What stands in a box that nobody was asked to fill, so that nothing is written into it later. */
const NOTHING = '—';
/** Boxes that still stand beside each other in one line. */
const MOST_COLUMNS = 9;
/** A line of more letters has a line of the form to itself. */
const LONG_LINE = 100;

/**
 * The boxes of a form in the order of its schema, each with the words that are printed. What the system fills in comes as `system`; where that says
 * nothing of a field there is no box for it.
 */
export const sectionsOf = (schema: FormSchema, form: object, system: Record<string, string>): Section[] =>
  schema.sections
    .map(({ label, fields }) => ({
      label,
      blocks: blocksOf(
        schema,
        fields.filter(({ key, filledBy }) => filledBy === 'completer' || key in system),
        { ...form, ...system },
      ),
    }))
    .filter(({ blocks }) => blocks.length > 0);

function blocksOf(schema: FormSchema, fields: readonly FormField[], form: Record<string, unknown>): Block[] {
  const blocks: Block[] = [];
  for (const { key, label, kind } of fields) {
    if (kind.is === 'rows') {
      blocks.push({ rows: rowsOf(schema, label, kind.fields, form[key]) });
      continue;
    }
    const pair: Pair = [label, wordsOf(schema, kind, form[key])];
    const last = blocks.at(-1)?.pairs;
    if (isWide(kind)) {
      blocks.push({ wide: pair });
    } else if (last === undefined) {
      blocks.push({ pairs: [pair] });
    } else {
      last.push(pair);
    }
  }
  return blocks;
}

const isWide = (kind: FieldKind): boolean =>
  kind.is === 'lines' || kind.is === 'words' || kind.is === 'codes' || (kind.is === 'line' && kind.max >= LONG_LINE);

function rowsOf(schema: FormSchema, label: string, fields: readonly RowField[], given: unknown): RowsBlock {
  const cells = fields.filter(({ kind }) => kind.is !== 'id');
  const answers = (given ?? []) as Record<string, unknown>[];
  const rows = answers.map((row, index) => [String(index + 1), ...cells.map(({ key, kind }) => wordsOf(schema, kind, row[key]))]);
  const isCards = cells.length >= MOST_COLUMNS;
  return {
    label,
    head: ['序号', ...cells.map((cell) => cell.label)],
    widths: isCards ? null : [3, ...cells.map(({ kind }) => widthOf(kind))],
    rows: [...rows, ...sumRow(cells, answers)],
  };
}

/** Of a list of amounts, what they come to. */
function sumRow(cells: readonly RowField[], answers: readonly Record<string, unknown>[]): string[][] {
  const money = cells.find(({ kind }) => kind.is === 'money');
  const amounts = money === undefined ? [] : answers.flatMap((row) => (typeof row[money.key] === 'string' ? [String(row[money.key])] : []));
  return amounts.length < 2 ? [] : [['', ...cells.map((cell) => (cell === money ? amountWords(sumOf(amounts)) : '合计'))]];
}

/** Shares of a line, by what stands in the column. */
const widths: Record<Exclude<CellKind['is'], 'line'>, number> = {
  lines: 14,
  money: 12,
  ...{ month: 5, day: 5, code: 5, id: 4, integer: 4, 'yes-no': 4 },
};

function widthOf(kind: CellKind): number {
  if (kind.is !== 'line') {
    return widths[kind.is];
  }
  return kind.max >= LONG_LINE ? 12 : kind.max >= 80 ? 8 : 5;
}

/** The words that are printed for an answer. */
export function wordsOf(schema: FormSchema, kind: FieldKind, value: unknown): string {
  if (kind.is === 'yes-no') {
    return value === undefined ? NOTHING : value === true ? '是' : '否';
  }
  const answers = [value ?? ''].flat().map(String);
  const words = answers.map((answer) => (answer === '' ? '' : oneWord(schema, kind, answer)));
  return words.join('；') || NOTHING;
}

function oneWord(schema: FormSchema, kind: FieldKind, answer: string): string {
  if (kind.is === 'code' || kind.is === 'codes') {
    return codeWords(schema, kind, answer);
  }
  return kind.is === 'money' ? amountWords(answer) : answer;
}

/** Beside 万元 what it is in 元, as on the screen. */
const amountWords = (amount: string): string => `${amount} 万元（${yuanOf(amount)} 元）`;

function codeWords(schema: FormSchema, { list, deeper }: { list: string; deeper?: { head: number } }, code: string): string {
  const entry = entryOf(codeListOn(list, schema.listsOn), deeper === undefined ? code : code.slice(0, deeper.head));
  return deeper === undefined ? (entry?.name ?? code) : `${code} ${entry?.name ?? ''}`.trim();
}

/** The label of a box of the form. */
export const labelOf = (schema: FormSchema, key: string): string => fieldsOf(schema).find((field) => field.key === key)?.label ?? key;
