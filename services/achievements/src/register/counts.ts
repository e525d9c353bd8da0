import type { EntityManager } from 'typeorm';
import type { Found } from './found';
import type { Facet, FacetCountDto } from './register.dto';

/** Of what was found by its letters so many are counted, the newest: each has to be read to be sure. */
export const MOST_COUNTED = 20_000;

/** Grouped by some thousand combinations at once and added up here: what was found is read twice and not once for each facet. */
const together: readonly (readonly Facet[])[] = [
  ['category', 'registrationYear', 'unitKind', 'industrySection'],
  ['areaCode', 'discipline'],
];

type Group = Partial<Record<Facet, string | number | null>> & { count: string };

/**
 * How many of what was found have which value, the most frequent first.
 * @param most of what was found by its letters
 */
export async function countsOf(manager: EntityManager, found: Found, most = MOST_COUNTED): Promise<FacetCountDto[]> {
  const grouped = await Promise.all(together.map((facets) => groupsOf(manager, found, facets, most)));
  const limit = found.place === 't' ? most : Infinity;
  return together.flatMap((facets, nth) => facets.flatMap((facet) => addedUp(facet, grouped[nth] ?? [], limit)));
}

function groupsOf(manager: EntityManager, { text, values, place }: Found, facets: readonly Facet[], most: number): Promise<Group[]> {
  const columns = facets.map((facet) => `e.${facet}`).join(', ');
  const newest = place === 't' ? 'ORDER BY t.approvedOn DESC, t.number DESC LIMIT ?' : '';
  // The names of columns are those above, the search's text has what was typed as parameters.
  return manager.query<Group[]>(
    // nosemgrep: sql-from-what-was-given
    `SELECT ${facets.join(', ')}, COUNT(*) AS count FROM (SELECT ${columns} ${text} ${newest}) f GROUP BY ${facets.join(', ')}`,
    place === 't' ? [...values, most] : values,
  );
}

function addedUp(facet: Facet, groups: readonly Group[], limit: number): FacetCountDto[] {
  const counts = new Map<string | null, number>();
  for (const group of groups) {
    const value = group[facet] ?? null;
    const said = value === null ? null : String(value);
    counts.set(said, (counts.get(said) ?? 0) + Number(group.count));
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const atLeast = total >= limit;
  return [...counts]
    .sort(([one, ones], [other, others]) => others - ones || (one ?? '').localeCompare(other ?? '', 'en'))
    .map(([value, count]) => ({ facet, value, count, atLeast }));
}
