import { codeLists } from '@dengke/contract/forms';
import type { CodeList } from '@dengke/contract/forms';
import type { EntityManager } from 'typeorm';
import { CodeListEntry } from './code-list-entry.entity';

/** Loads the code lists of the form; done again, it leaves the same rows. */
export async function seedCodeLists(manager: EntityManager): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(CodeListEntry)
    .values(codeLists.flatMap(rowsOf))
    .orUpdate(['effectiveFrom', 'title', 'name', 'parent', 'position'], ['list', 'edition', 'code'])
    .execute();
}

const rowsOf = ({ id: list, name: title, edition, effectiveFrom, entries }: CodeList): CodeListEntry[] =>
  entries.map(({ code, name, parent = null }, index) => ({ list, edition, code, effectiveFrom, title, name, parent, position: index + 1 }));
