import type { PlainDate } from '../ledger';
import { areaCodeList } from './area-code-list';
import type { CodeList, CodeListEntry } from './code-list';
import { formCodeLists } from './form-code-lists';
import { standardCodeLists } from './standard-code-lists';

/** Every edition of every list there is. */
export const codeLists: readonly CodeList[] = [...formCodeLists, ...standardCodeLists, areaCodeList];

/** The edition of a list in effect on a day. @throws Error for a list that is in no effect then */
export function codeListOn(id: string, on: PlainDate): CodeList {
  const editions = codeLists.filter((list) => list.id === id && list.effectiveFrom <= on);
  const newest = editions.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  if (newest === undefined) {
    throw new Error(`No code list ${id} is in effect on ${on}`);
  }
  return newest;
}

const entriesByCode = new WeakMap<CodeList, ReadonlyMap<string, CodeListEntry>>();

export function entryOf(list: CodeList, code: string): CodeListEntry | undefined {
  const known = entriesByCode.get(list) ?? new Map(list.entries.map((entry) => [entry.code, entry]));
  entriesByCode.set(list, known);
  return known.get(code);
}
