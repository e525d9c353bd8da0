import type { Instant } from '@dengke/contract';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Credential } from '../credentials/credential.entity';
import type { Graphs } from '../organisations/graph-lint';
import { Organisation } from '../organisations/organisation.entity';
import { Unit } from '../organisations/unit.entity';
import { PositionRow } from '../people/position.entity';
import { graphsOf } from './graph-picture';
import type { GraphPicture, PicturedNode } from './graph-picture';
import type { Route } from './route-resolution';
import { ReviewRouteRow } from './route.entity';
import { RouteLegRow } from './route-leg.entity';

/** The three graphs as they stand in the database, each unit's ways through each of its doors worked out. */
export async function graphsIn(manager: EntityManager): Promise<Required<Graphs>> {
  return graphsOf(await pictureIn(manager));
}

/** The graphs as plain data; with an instant also the deputies who stand in then. */
export async function pictureIn(manager: EntityManager, at?: Instant): Promise<GraphPicture> {
  const living = { endedAt: IsNull() };
  const [organisations, units, positions, shut, routes] = [
    await manager.find(Organisation, { order: { id: 'ASC' } }),
    await manager.find(Unit),
    await manager.find(PositionRow, { where: at === undefined ? living : [living, { endedAt: MoreThan(at) }], order: { id: 'ASC' } }),
    await manager.find(Credential, { select: { id: true, personId: true }, where: [{ disabled: true }, { revokedAt: Not(IsNull()) }] }),
    await routesIn(manager),
  ];
  const unitOf = new Map(units.map(({ organisationId, ...unit }) => [organisationId, unit]));
  const nodes = organisations.map(({ closedAt, ...node }): [string, PicturedNode] => [
    node.id,
    { ...node, closed: closedAt !== null, unit: unitOf.get(node.id) ?? null },
  ]);
  return { organisations: new Map(nodes), positions, shut: new Set(shut.map(({ personId }) => personId)), routes };
}

export async function routesIn(manager: EntityManager): Promise<Route[]> {
  const rows = await manager.find(ReviewRouteRow);
  const legs = await manager.find(RouteLegRow, { order: { number: 'ASC' } });
  return rows.map((row) => ({ ...row, legs: legs.filter(({ routeId }) => routeId === row.id) }));
}
