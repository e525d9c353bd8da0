import type { Door, RouteLeg } from '@dengke/contract';
import type { ReviewRouteRow, RouteUnits } from './route.entity';
import type { RouteLegRow } from './route-leg.entity';

/** What of a unit decides about its routes; never its registrar level (P2). */
export interface RoutedUnit {
  id: string;
  organiserId: string;
  field: string | null;
  doors: readonly Door[];
  ownOrganiser: boolean;
  areaCode: string;
}

/** A municipal bureau as far as routes need it: a last-grade manager in its organiser's node, limited to its area (S4). */
export interface Municipal {
  id: string;
  credentialParentId: string | null;
  areaCode: string;
}

export type Route = Pick<ReviewRouteRow, 'id' | 'version' | 'name' | 'units' | 'door' | 'paperRequired'> & {
  legs: readonly Pick<RouteLegRow, 'kind' | 'holder'>[];
};

const prefectureDigits = 4;

const routeUnitsOf = (unit: Pick<RoutedUnit, 'field' | 'ownOrganiser'>): RouteUnits =>
  unit.ownOrganiser ? 'own-organiser' : unit.field === 'energy' ? 'energy' : 'other';

/** The door a unit really takes: its only one whatever is asked, else the one asked for if it has it (S25). */
export function doorOf(unit: Pick<RoutedUnit, 'doors'>, asked: Door | undefined): Door | null {
  if (unit.doors.length === 1) {
    return unit.doors[0] ?? null;
  }
  return asked !== undefined && unit.doors.includes(asked) ? asked : null;
}

export const chooseRoute = (unit: RoutedUnit, door: Door | null, routes: readonly Route[]): Route | null =>
  routes.find((route) => route.units === routeUnitsOf(unit) && route.door === door) ?? null;

/** The desks of a route for one unit; null where a desk has no holder there. */
export function resolveLegs(route: Route, unit: RoutedUnit, municipals: readonly Municipal[]): (RouteLeg | null)[] {
  const municipalOfArea = municipals.find(
    ({ credentialParentId, areaCode }) => credentialParentId === unit.organiserId && areaCode === unit.areaCode.slice(0, prefectureDigits),
  );
  const holders: Record<string, string | undefined> = {
    'own-unit': unit.id,
    'organiser-of-unit': unit.organiserId,
    'municipal-of-area': municipalOfArea?.id,
  };
  return route.legs.map(({ kind, holder }) => {
    const organisationId = holder in holders ? holders[holder] : holder;
    return organisationId === undefined ? null : { kind, organisationId };
  });
}
