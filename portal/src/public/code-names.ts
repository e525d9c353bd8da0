import { answerOf, api } from '../api/client';

/** By which lists the register is searched. */
const lists = { areaCode: 'area', industrySection: 'industry-section', discipline: 'discipline' } as const;

export type CodeNames = Record<keyof typeof lists, ReadonlyMap<string, string>>;

let known: Promise<CodeNames> | undefined;

/** The names of the codes in the register, read once. */
export function codeNames(): Promise<CodeNames> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(): Promise<CodeNames> {
  const [areaCode, industrySection, discipline] = await Promise.all(
    Object.values(lists).map(async (list) => {
      const { entries } = await answerOf(api.GET('/code-lists/{list}', { params: { path: { list } } }));
      return new Map(entries.map(({ code, name }) => [code, name]));
    }),
  );
  return { areaCode: areaCode ?? new Map(), industrySection: industrySection ?? new Map(), discipline: discipline ?? new Map() };
}

/** 140403 → 山西省长治市潞州区, as far as the list has the levels. */
export function areaName({ areaCode: names }: CodeNames, code: string): string {
  const levels = [code.slice(0, 2), code.slice(0, 4), code].filter((level, index, all) => all.indexOf(level) === index);
  return levels.map((level) => names.get(level) ?? '').join('') || code;
}
