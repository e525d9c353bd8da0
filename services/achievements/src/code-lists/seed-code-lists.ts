import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { CodeListEntry } from './code-list-entry.entity';

const SEED = join(__dirname, '../../seed/code-lists.json');

interface SeedList {
  id: string;
  name: string;
  edition: string;
  effectiveFrom: string;
  entries: { code: string; name: string; parent?: string }[];
}

/** Loads the code lists of the form; done again, it leaves the same rows. */
export async function seedCodeLists(manager: EntityManager): Promise<void> {
  const { lists } = JSON.parse(await readFile(SEED, 'utf8')) as { lists: SeedList[] };
  await manager
    .createQueryBuilder()
    .insert()
    .into(CodeListEntry)
    .values(lists.flatMap(rowsOf))
    .orUpdate(['effectiveFrom', 'title', 'name', 'parent', 'position'], ['list', 'edition', 'code'])
    .execute();
}

const rowsOf = ({ id: list, name: title, edition, effectiveFrom, entries }: SeedList): CodeListEntry[] =>
  entries.map(({ code, name, parent = null }, index) => ({ list, edition, code, effectiveFrom, title, name, parent, position: index + 1 }));
