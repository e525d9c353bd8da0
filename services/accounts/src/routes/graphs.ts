import type { Door } from '@dengke/contract';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Graphs, GraphWay } from '../organisations/graph-lint';
import { Organisation } from '../organisations/organisation.entity';
import { Unit } from '../organisations/unit.entity';
import { PositionRow } from '../people/position.entity';
import { chooseRoute, resolveLegs } from './route-resolution';
import type { Route, RoutedUnit } from './route-resolution';
import { ReviewRouteRow } from './route.entity';
import { RouteLegRow } from './route-leg.entity';

/** The three graphs as they stand in the database, each unit's ways through each of its doors worked out. */
export async function graphsIn(manager: EntityManager): Promise<Required<Graphs>> {
  const [organisations, units, routes, positions] = [
    await manager.find(Organisation),
    await manager.find(Unit),
    await routesIn(manager),
    await manager.findBy(PositionRow, { endedAt: IsNull() }),
  ];
  const unitOf = new Map(units.map((unit) => [unit.organisationId, unit]));
  const nodes = organisations.map((node) => ({ ...node, organiserId: unitOf.get(node.id)?.organiserId ?? '' }));
  const municipals = organisations.filter(({ kind }) => kind === 'municipal');
  const ways = organisations.flatMap(({ id, areaCode }) => {
    const unit = unitOf.get(id);
    return unit === undefined ? [] : unit.doors.map((door) => wayOf({ ...unit, id, areaCode }, door, routes, municipals));
  });
  return { organisations: nodes, ways, positions };
}

export async function routesIn(manager: EntityManager): Promise<Route[]> {
  const rows = await manager.find(ReviewRouteRow);
  const legs = await manager.find(RouteLegRow, { order: { number: 'ASC' } });
  return rows.map((row) => ({ ...row, legs: legs.filter(({ routeId }) => routeId === row.id) }));
}

function wayOf(unit: RoutedUnit, door: Door, routes: readonly Route[], municipals: readonly Organisation[]): GraphWay {
  const route = chooseRoute(unit, door, routes);
  const legs = route === null ? [] : resolveLegs(route, unit, municipals);
  return { unitId: unit.id, door, routeId: route?.id ?? null, legs };
}
