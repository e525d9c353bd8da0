import type { Door, OrganisationKind, Role, RouteLeg, UnitDetails } from '@dengke/contract';
import type { Graphs, GraphWay } from '../organisations/graph-lint';
import { chooseRoute, resolveLegs } from './route-resolution';
import type { Route, RoutedUnit } from './route-resolution';

/** One node with all that a change of the graphs may touch. */
export interface PicturedNode {
  id: string;
  kind: OrganisationKind;
  name: string;
  level: number | null;
  areaCode: string;
  path: string;
  credentialParentId: string | null;
  noticeParentId: string | null;
  organiserKind: string | null;
  contactOffice: string | null;
  contactPhone: string | null;
  closed: boolean;
  /** Who took over when it closed, the last of them where that one closed too. */
  successorId: string | null;
  version: number;
  unit: UnitDetails | null;
}

export interface PicturedPosition {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  /** The position a deputy stands in for; null for all others. */
  deputyOf: string | null;
}

/** The three graphs as plain data: changes are worked out on it, and the lint judges it. */
export interface GraphPicture {
  organisations: ReadonlyMap<string, PicturedNode>;
  /** Living ones. */
  positions: readonly PicturedPosition[];
  /** People whose login opens nothing: revoked by the level above, or disabled. */
  shut: ReadonlySet<string>;
  routes: readonly Route[];
}

/** What the lint judges: closed nodes are not there any more, and deputies staff no desk, since they only stand in. */
export function graphsOf(picture: GraphPicture): Required<Graphs> {
  const open = [...picture.organisations.values()].filter(({ closed }) => !closed);
  return {
    organisations: open.map((node) => ({ ...node, organiserId: node.unit?.organiserId ?? '' })),
    ways: waysIn(picture),
    positions: picture.positions.filter(({ deputyOf }) => deputyOf === null),
  };
}

/** Each open unit's ways through each of its doors. */
export function waysIn({ organisations, routes }: GraphPicture): GraphWay[] {
  const open = [...organisations.values()].filter(({ closed }) => !closed);
  const municipals = open.filter(({ kind }) => kind === 'municipal');
  return open.flatMap((node) => (node.unit === null ? [] : waysOf({ ...node.unit, ...node }, routes, municipals)));
}

const waysOf = (unit: RoutedUnit, routes: readonly Route[], municipals: readonly PicturedNode[]): GraphWay[] =>
  unit.doors.map((door: Door) => {
    const route = chooseRoute(unit, door, routes);
    const legs: (RouteLeg | null)[] = route === null ? [] : resolveLegs(route, unit, municipals);
    return { unitId: unit.id, door, routeId: route?.id ?? null, legs };
  });
