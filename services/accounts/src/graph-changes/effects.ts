import type { Appointment, GraphEffects, RouteLeg, Standing } from '@dengke/contract';
import type { GraphWay } from '../organisations/graph-lint';
import { waysIn } from '../routes/graph-picture';
import type { GraphPicture, PicturedNode, PicturedPosition } from '../routes/graph-picture';
import type { Route } from '../routes/route-resolution';

/** What is another after a change, row by row: this is what the act writes. */
export interface Differences {
  created: PicturedNode[];
  changed: { before: PicturedNode; after: PicturedNode }[];
  ended: PicturedPosition[];
  granted: Appointment[];
  revoked: string[];
  routes: Route[];
}

export function differencesOf(before: GraphPicture, after: GraphPicture): Differences {
  const nodes = [...after.organisations.values()];
  const [lived, lives] = [idsOf(before.positions), idsOf(after.positions)];
  return {
    created: nodes.filter(({ id }) => !before.organisations.has(id)),
    changed: nodes.flatMap((node) => {
      const known = before.organisations.get(node.id);
      return known === undefined || isSame(known, node) ? [] : [{ before: known, after: { ...node, version: known.version + 1 } }];
    }),
    ended: before.positions.filter(({ id }) => !lives.has(id)),
    granted: after.positions
      .filter(({ id }) => !lived.has(id))
      .map(({ personId, organisationId, role }) => ({ personId, organisationId, role })),
    revoked: [...after.shut].filter((personId) => !before.shut.has(personId)),
    routes: after.routes.filter((route, at) => !isSame(route, before.routes[at])),
  };
}

/** The same differences as people read them: whom they concern, which ways lead elsewhere, who is told by whom. */
export function effectsOf(before: GraphPicture, after: GraphPicture, differences: Differences): GraphEffects {
  const { created, changed, ended, granted } = differences;
  return {
    organisations: [
      ...created.map((node) => ({ organisationId: node.id, before: null, after: standingOf(node) })),
      ...changed
        .map((change) => ({ organisationId: change.after.id, before: standingOf(change.before), after: standingOf(change.after) }))
        .filter((change) => !isSame(change.before, change.after)),
    ],
    positions: [...ended.map((position) => told(position, 'ended')), ...granted.map((position) => told(position, 'granted'))],
    credentials: credentialEffects(before, differences),
    routes: routeEffects(waysIn(before), waysIn(after)),
    addressees: changed
      .filter((change) => !change.after.closed && change.before.noticeParentId !== change.after.noticeParentId)
      .map((change) => ({
        organisationId: change.after.id,
        fromId: change.before.noticeParentId,
        toId: change.after.noticeParentId,
      })),
  };
}

const told = ({ personId, organisationId, role }: Appointment, change: 'granted' | 'ended') => ({ personId, organisationId, role, change });

function standingOf({ name, credentialParentId, noticeParentId, unit, areaCode, closed }: PicturedNode): Standing {
  return { name, credentialParentId, noticeParentId, organiserId: unit?.organiserId ?? null, areaCode, closed };
}

/** Logins follow their node to another issuer, or are shut. */
function credentialEffects(
  { positions, organisations }: GraphPicture,
  { changed, ended, revoked }: Differences,
): GraphEffects['credentials'] {
  const isEnded = idsOf(ended);
  const handed = changed
    .filter(({ before, after }) => !after.closed && before.credentialParentId !== after.credentialParentId)
    .flatMap(({ before, after }) =>
      positions
        .filter(({ id, organisationId, deputyOf }) => organisationId === before.id && deputyOf === null && !isEnded.has(id))
        .map(({ personId }) => ({ personId, fromId: before.credentialParentId ?? '', toId: after.credentialParentId })),
    );
  const shut = revoked.map((personId) => {
    const last = ended.find((position) => position.personId === personId)?.organisationId ?? '';
    return { personId, fromId: organisations.get(last)?.credentialParentId ?? '', toId: null };
  });
  return [...new Map([...handed, ...shut].map((effect) => [JSON.stringify(effect), effect])).values()];
}

function routeEffects(before: GraphWay[], after: GraphWay[]): GraphEffects['routes'] {
  const [was, is] = [byDoor(before), byDoor(after)];
  return [...new Map([...was, ...is]).values()]
    .map(({ unitId, door }) => ({ unitId, door, before: legsOf(was.get(`${unitId} ${door}`)), after: legsOf(is.get(`${unitId} ${door}`)) }))
    .filter((way) => !isSame(way.before, way.after));
}

const byDoor = (ways: GraphWay[]) => new Map(ways.map((way) => [`${way.unitId} ${way.door}`, way]));
const legsOf = (way: GraphWay | undefined): RouteLeg[] | null => {
  const legs = way?.legs.filter((leg) => leg !== null) ?? [];
  return way === undefined || legs.length === 0 || legs.length < way.legs.length ? null : legs;
};

const idsOf = (positions: readonly PicturedPosition[]): Set<string> => new Set(positions.map(({ id }) => id));
/** Pictures are plain data with their fields in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
