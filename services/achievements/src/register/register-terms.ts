import type { EntityManager } from 'typeorm';
import type { RegisterFilter } from './register.dto';

/** A piece of a statement with its parameters. */
export interface Sql {
  text: string;
  values: (string | number)[];
}

/** Two neighbouring characters of what is looked for, or its only one, or a value it is narrowed down by: a condition upon `term`. */
interface Term extends Sql {
  isAlone: boolean;
}

/** With a character that fewer entries have, all of them are put in order. */
const FEW = 2_000;
const MOST_JOINED = 4;

/** As the migration `register-terms` has them. */
const FIRST = '((CRC32(CONCAT(?, WEIGHT_STRING(? COLLATE utf8mb4_unicode_520_ci))) & 65535) << 16)';
const SECOND = '(CRC32(WEIGHT_STRING(? COLLATE utf8mb4_unicode_520_ci)) & 65535)';

/** The words of a name are looked for one by one, a unit and a completer as they were typed. */
export const wordsOf = (name: string | undefined): string[] => name?.trim().split(/\s+/) ?? [];

/**
 * A table `t` (approvedOn, number) of the entries that have the rarest terms of what is looked for. Whatever is found is among them, and more may be, so each entry is read to
 * be sure. Undefined where nothing narrows it down.
 */
export async function rarestTerms(manager: EntityManager, filter: RegisterFilter): Promise<Sql | undefined> {
  const estimated = await withEstimates(manager, termsOf(filter));
  const [rarest, ...more] = estimated
    .filter(({ isAlone, entries }) => !isAlone || entries < FEW)
    .sort((one, other) => one.entries - other.entries);
  if (rarest === undefined) {
    return undefined;
  }
  const joined = more.filter(({ isAlone }) => !isAlone).slice(0, MOST_JOINED - 1);
  const lists = joined.map((term, at) => `${listOf(term)} t${at} ON t${at}.approvedOn = t.approvedOn AND t${at}.number = t.number`);
  return {
    text: [`${listOf(rarest)} t`, ...lists].join(' STRAIGHT_JOIN '),
    values: [rarest, ...joined].flatMap(({ values }) => values),
  };
}

/** With one character many terms begin, so an entry may be there more than once. */
const listOf = ({ text, isAlone }: Term): string =>
  `(SELECT ${isAlone ? 'DISTINCT ' : ''}approvedOn, number FROM register_term WHERE ${text})`;

/** How many entries have each term, as the database estimates it from its index: two ways down the tree, however many there are. */
async function withEstimates(manager: EntityManager, terms: readonly Term[]): Promise<(Term & { entries: number })[]> {
  if (terms.length < 2 && !terms[0]?.isAlone) {
    return terms.map((term) => ({ ...term, entries: 0 }));
  }
  const plan = await manager.query<{ id: number; rows: string | number | null }[]>(
    `EXPLAIN ${terms.map(({ text }) => `SELECT 1 FROM register_term WHERE ${text}`).join(' UNION ALL ')}`,
    terms.flatMap(({ values }) => values),
  );
  const estimates = new Map(plan.map(({ id, rows }) => [Number(id), Number(rows ?? 0)]));
  return terms.map((term, at) => ({ ...term, entries: estimates.get(at + 1) ?? 0 }));
}

/** Each once. */
function termsOf({ name, unit, completer, areaCode, industrySection, discipline }: RegisterFilter): Term[] {
  const terms = [
    ...wordsOf(name).flatMap((word) => pairsIn('n', word)),
    ...(unit === undefined ? [] : pairsIn('u', unit)),
    ...(completer === undefined ? [] : pairsIn('c', completer)),
    ...(areaCode === undefined || areaCode.length === 2 ? [] : [valueOf('a', areaCode)]),
    ...(industrySection === undefined ? [] : [valueOf('s', industrySection)]),
    ...(discipline === undefined ? [] : [valueOf('d', discipline)]),
  ];
  return [...new Map(terms.map((term) => [term.values.join('\n'), term])).values()];
}

const valueOf = (kind: 'a' | 's' | 'd', value: string): Term => ({ text: 'term = CRC32(?)', values: [`${kind}${value}`], isAlone: false });

function pairsIn(kind: 'n' | 'u' | 'c', words: string): Term[] {
  const [first = '', ...following] = words;
  if (following.length === 0) {
    return [{ text: `term BETWEEN ${FIRST} AND ${FIRST} | 65535`, values: [kind, first, kind, first], isAlone: true }];
  }
  const signs = [first, ...following];
  return following.map((sign, at) => ({ text: `term = ${FIRST} | ${SECOND}`, values: [kind, signs[at] ?? '', sign], isAlone: false }));
}
