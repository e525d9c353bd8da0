import type { EntityManager } from 'typeorm';
import { cuts } from './cuts';
import type { Cut } from './cuts';

/** SQL that selects the serials to be counted, with its parameters. */
export interface Counted {
  sql: string;
  parameters: unknown[];
}

/** By the key of a cut, then by its code, null where there is none: how many. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string | null, number>>;
type Group = Record<string, string | number | null> & { counted: string | number };

const COMPLETERS = `JOIN JSON_TABLE(v.form, '$.completers[*]' COLUMNS (
  bornIn VARCHAR(7) PATH '$.bornIn', education VARCHAR(20) PATH '$.education', workUnit VARCHAR(120) PATH '$.workUnit')) c`;

/** Reads each form once for the achievements and once for their people: grouped by all codes at once, then added up cut by cut. */
export async function countBy(manager: EntityManager, what: Cut['counts'], counted: Counted): Promise<{ total: number; counts: Counts }> {
  const asked = cuts.filter((cut) => cut.counts === what);
  const codes = asked.map(({ key, sql }) => `${sql} AS ${key}Code`).join(', ');
  const groups = await manager.query<Group[]>(
    `SELECT ${codes}, COUNT(*) AS counted
     FROM submission s JOIN submission_version v ON v.serial = s.serial AND v.round = s.round ${what === 'completers' ? COMPLETERS : ''}
     WHERE s.serial IN (${counted.sql}) GROUP BY ${asked.map((_, place) => place + 1).join(', ')}`,
    counted.parameters,
  );
  const total = groups.reduce((sum, group) => sum + Number(group.counted), 0);
  return { total, counts: new Map(asked.map(({ key }) => [key, addedUp(groups, `${key}Code`)])) };
}

function addedUp(groups: readonly Group[], column: string): ReadonlyMap<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const group of groups) {
    const code = group[column] ?? null;
    const said = code === null ? null : String(code);
    sums.set(said, (sums.get(said) ?? 0) + Number(group.counted));
  }
  return sums;
}
