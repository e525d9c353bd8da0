import type { Appointment, AreaChange, GraphChange, NewOrganisation, NewPlace, UnitDetails } from '@dengke/contract';
import type { GraphPicture, PicturedNode } from '../routes/graph-picture';
import { handedOn, isWithin, withAppointments, withNodes, withoutPositions, withPaths } from './picture-edits';

type Change<K extends GraphChange['kind']> = Extract<GraphChange, { kind: K }>;

/**
 * The graphs as a change leaves them: pure, so that the dry run and the act cannot differ. What it refers to has been checked before
 * (`refuseOutside`, `refuseImpossible`); what is wrong with the result, the lint says.
 * @param newId of the organisation that `create` and `split` make
 */
export function afterChange(picture: GraphPicture, change: GraphChange, newId: string): GraphPicture {
  return withPaths(changed(picture, change, newId));
}

/** The same for many new nodes at once, each under its id. */
export function afterCreations(picture: GraphPicture, created: ReadonlyMap<string, NewOrganisation>): GraphPicture {
  return withPaths([...created].reduce((grown, [id, organisation]) => withNew(grown, id, organisation), picture));
}

function changed(picture: GraphPicture, change: GraphChange, newId: string): GraphPicture {
  switch (change.kind) {
    case 'create':
      return withNew(picture, newId, change.organisation);
    case 'transfer':
      return transferred(picture, change);
    case 'rename':
      return renamed(picture, change);
    case 'merge':
      return merged(picture, change);
    case 'split':
      return split(picture, change, newId);
    case 'close':
      return closed(picture, change);
    case 'revoke':
      return revoked(picture, change);
    case 'handOver':
      return handedOver(picture, change);
  }
}

/** Registrar levels (S54, S55); a county is none. Says nothing about review order (P2). */
const levels = { organiser: 3, municipal: 3, county: null, unit: 4 } as const;

function withNew(picture: GraphPicture, id: string, organisation: NewOrganisation): GraphPicture {
  const { organiserKind = null, unit = null, ...own } = organisation;
  const open = { level: levels[own.kind], path: '', closed: false, successorId: null, version: 1 };
  return { ...picture, organisations: new Map([...picture.organisations, [id, { id, ...own, ...open, organiserKind, unit }]]) };
}

/** A bureau takes all below it along; an organiser given for a bureau is that of its units. */
function transferred(picture: GraphPicture, { organisationId, to }: Change<'transfer'>): GraphPicture {
  const moved = picture.organisations.get(organisationId);
  return withNodes(picture, (node) => {
    const own = node.id === organisationId ? ownPlace(to) : {};
    const isBelow = moved !== undefined && isWithin(node, moved);
    return { ...own, ...(isBelow && node.unit !== null ? { unit: { ...node.unit, ...unitPlace(to) } } : {}) };
  });
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
const ownPlace = ({ credentialParentId, noticeParentId, areaCode }: NewPlace): Partial<PicturedNode> =>
  given({ credentialParentId, noticeParentId, areaCode });
const unitPlace = ({ organiserId, field, doors, ownOrganiser }: NewPlace): Partial<UnitDetails> =>
  given({ organiserId, field, doors, ownOrganiser });

function renamed(picture: GraphPicture, { organisationId, name, contactOffice, contactPhone }: Change<'rename'>): GraphPicture {
  const fresh = given({ name, contactOffice, contactPhone });
  return withNodes(picture, ({ id }) => (id === organisationId ? fresh : null));
}

function merged(picture: GraphPicture, { organisationId, intoId, areas = [] }: Change<'merge'>): GraphPicture {
  const going = picture.positions.filter((position) => position.organisationId === organisationId && position.deputyOf === null);
  const appointments = going.map(({ personId, role }): Appointment => ({
    personId,
    organisationId: intoId,
    role: role === 'superAdmin' ? 'manager' : role,
  }));
  const recoded = withAreas(picture, organisationId, areas);
  return handedOn(withAppointments(peopleLeave(recoded, organisationId), appointments), organisationId, intoId);
}

/** The area's codes of all that goes over: below the bureau, and its organiser's units in its area. */
function withAreas(picture: GraphPicture, bureauId: string, areas: readonly AreaChange[]): GraphPicture {
  const bureau = picture.organisations.get(bureauId);
  if (bureau === undefined || areas.length === 0) {
    return picture;
  }
  const isOfArea = (node: PicturedNode): boolean =>
    isWithin(node, bureau) || (node.unit?.organiserId === bureau.credentialParentId && node.areaCode.startsWith(bureau.areaCode));
  return withNodes(picture, (node) => {
    const change = areas.find(({ from }) => node.areaCode.startsWith(from));
    return change === undefined || node.id === bureauId || !isOfArea(node)
      ? null
      : { areaCode: change.to + node.areaCode.slice(change.from.length) };
  });
}

function split(
  picture: GraphPicture,
  { organisationId, organisation, people, organisationIds }: Change<'split'>,
  newId: string,
): GraphPicture {
  const over = new Set(organisationIds);
  const onto = (node: PicturedNode, id: string | null): string | null => (over.has(node.id) && id === organisationId ? newId : id);
  const going = new Set(people.map(({ personId }) => personId));
  const left = withoutPositions(picture, (position) => position.organisationId === organisationId && going.has(position.personId));
  const moved = withNodes(withNew(left, newId, organisation), (node) => ({
    credentialParentId: onto(node, node.credentialParentId),
    noticeParentId: onto(node, node.noticeParentId),
    unit: node.unit && { ...node.unit, organiserId: onto(node, node.unit.organiserId) ?? node.unit.organiserId },
  }));
  return withAppointments(
    moved,
    people.map((person) => ({ ...person, organisationId: newId })),
  );
}

const closed = (picture: GraphPicture, { organisationId, successorId }: Change<'close'>): GraphPicture =>
  handedOn(peopleLeave(picture, organisationId), organisationId, successorId);

const peopleLeave = (picture: GraphPicture, organisationId: string): GraphPicture =>
  withoutPositions(picture, (position) => position.organisationId === organisationId);

/** A login is shut when no position is left to it. */
function revoked(picture: GraphPicture, { organisationId, appointments }: Change<'revoke'>): GraphPicture {
  const root = picture.organisations.get(organisationId);
  const isBelow = (id: string): boolean => {
    const node = picture.organisations.get(id);
    return root !== undefined && node !== undefined && isWithin(node, root);
  };
  const after = withAppointments(
    withoutPositions(picture, (position) => isBelow(position.organisationId)),
    appointments,
  );
  const held = new Set(after.positions.map(({ personId }) => personId));
  const shut = picture.positions.filter((position) => isBelow(position.organisationId) && !held.has(position.personId));
  return { ...after, shut: new Set([...picture.shut, ...shut.map(({ personId }) => personId)]) };
}

function handedOver(picture: GraphPicture, { organisationId, toId, organisationIds }: Change<'handOver'>): GraphPicture {
  const goes = (node: PicturedNode): boolean =>
    node.credentialParentId === organisationId && node.id !== toId && (organisationIds?.includes(node.id) ?? true);
  return withNodes(picture, (node) => (goes(node) ? { credentialParentId: toId } : null));
}
