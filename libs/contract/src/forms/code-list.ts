import type { PlainDate } from '../ledger';

export interface CodeListEntry {
  code: string;
  name: string;
  /** The code that this one belongs under, in this list or in the one above it: the 门类 of a 大类, the province of a prefecture. */
  parent?: string;
}

/** One edition of one code list. A standard that changes comes as a new edition with its own effective day; the old one stays for the forms filled in under it. */
export interface CodeList {
  id: string;
  /** Its letter, A to O; null for the others. */
  letter: string | null;
  name: string;
  edition: string;
  effectiveFrom: PlainDate;
  source: string;
  entries: readonly CodeListEntry[];
}

type Words = string | readonly (readonly [parent: string, words: string])[];

/** @param words `code name · code name …`, or several such texts, each with the parent of its entries */
export function codeList(about: Omit<CodeList, 'entries'>, words: Words): CodeList {
  const groups = typeof words === 'string' ? [['', words] as const] : words;
  return { ...about, entries: groups.flatMap(([parent, text]) => entriesOf(text, parent)) };
}

const entriesOf = (text: string, parent: string): CodeListEntry[] =>
  text
    .split(/·|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [code = '', ...name] = part.split(' ');
      return { code, name: name.join(' '), ...(parent === '' ? {} : { parent }) };
    });
