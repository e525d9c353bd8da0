import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door, RouteLeg } from '@dengke/contract';
import fc from 'fast-check';
import { chooseRoute, doorOf, resolveLegs } from './route-resolution';
import type { Municipal, Route, RoutedUnit } from './route-resolution';

interface SeededRoute {
  id: string;
  version: number;
  name: string;
  appliesTo: Pick<Route, 'units' | 'door'>;
  legs: { kind: RouteLeg['kind']; organisation: string }[];
  paperRequired: boolean;
}
const seed = JSON.parse(readFileSync(join(__dirname, '../../seed/routes.json'), 'utf8')) as { routes: SeededRoute[] };
const routes = seed.routes.map(({ appliesTo, legs, ...own }): Route => {
  return { ...own, ...appliesTo, legs: legs.map(({ kind, organisation }) => ({ kind, holder: organisation })) };
});

const STEPS = 100_000;
const prefectures = ['1401', '1404', '1406', '1407'];
const organisers = ['bureau', 'industry', 'health'];
const doors: readonly (readonly Door[])[] = [['municipal', 'organiser'], ['organiser'], ['municipal']];
const unit = fc.record<RoutedUnit>({
  id: fc.constant('unit'),
  organiserId: fc.constantFrom(...organisers),
  field: fc.constantFrom('energy', 'health', null),
  doors: fc.constantFrom(...doors),
  ownOrganiser: fc.boolean(),
  areaCode: fc.constantFrom(...prefectures).map((prefecture) => `${prefecture}05`),
});
const asked = fc.constantFrom<Door | undefined>('municipal', 'organiser', undefined);
const municipals = fc.subarray(
  organisers.flatMap((credentialParentId) =>
    prefectures.map((areaCode): Municipal => ({ id: `${credentialParentId}-${areaCode}`, credentialParentId, areaCode })),
  ),
);

/** The route in words (P1, S25–S34, S54, S62–S67): null where there is none. */
function wayOf({ organiserId, field, doors: own, ownOrganiser, areaCode }: RoutedUnit, door: Door | undefined, all: readonly Municipal[]) {
  const takes = own.length === 1 ? own[0] : door;
  const isCity = field === 'energy' && !ownOrganiser && takes === 'municipal';
  if (takes === undefined || (takes === 'municipal' && !isCity)) {
    return null;
  }
  const bureau = all.find(({ id }) => id === `${organiserId}-${areaCode.slice(0, 4)}`)?.id ?? null;
  return ['unit', ...(isCity ? [bureau] : []), organiserId, 'org-sx-kjt', 'org-most'];
}

describe('the route of a unit', () => {
  it('is that of its door, field and area, whatever its place in the credential tree [P1 P2 S25]', () => {
    let found = 0;
    fc.assert(
      fc.property(unit, asked, municipals, (one, door, all) => {
        const route = chooseRoute(one, doorOf(one, door), routes);
        const legs = route === null ? null : resolveLegs(route, one, all).map((leg) => leg?.organisationId ?? null);
        found += legs === null ? 0 : 1;
        return JSON.stringify(legs) === JSON.stringify(wayOf(one, door, all));
      }),
      { numRuns: STEPS },
    );
    expect(found).toBeGreaterThan(STEPS / 4);
  });
});
