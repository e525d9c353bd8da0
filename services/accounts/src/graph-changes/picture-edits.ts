import type { Appointment } from '@dengke/contract';
import type { GraphPicture, PicturedNode, PicturedPosition } from '../routes/graph-picture';

/** What changes of the graphs are made of: each gives a new picture and leaves the old one as it was. */

export const nodeIn = ({ organisations }: GraphPicture, id: string): PicturedNode | undefined => {
  const node = organisations.get(id);
  return node?.closed === true ? undefined : node;
};

/** Whether a node is another or hangs below it in the credential tree. */
export const isWithin = (node: Pick<PicturedNode, 'path'>, other: Pick<PicturedNode, 'path'>): boolean => node.path.startsWith(other.path);

export function withNodes(picture: GraphPicture, edit: (node: PicturedNode) => Partial<PicturedNode> | null): GraphPicture {
  const edited = [...picture.organisations].map(([id, node]): [string, PicturedNode] => [id, { ...node, ...edit(node) }]);
  return { ...picture, organisations: new Map(edited) };
}

/** Ends positions, and with each the deputyships in its place. */
export function withoutPositions(picture: GraphPicture, ends: (position: PicturedPosition) => boolean): GraphPicture {
  const ended = new Set(picture.positions.filter(ends).map(({ id }) => id));
  const isEnded = ({ id, deputyOf }: PicturedPosition): boolean => ended.has(id) || (deputyOf !== null && ended.has(deputyOf));
  return { ...picture, positions: picture.positions.filter((position) => !isEnded(position)) };
}

/** Grants what is not held already; the row's id is given when it is written. */
export function withAppointments(picture: GraphPicture, appointments: readonly Appointment[]): GraphPicture {
  const granted = new Map(appointments.map((appointment) => [grantedId(appointment), appointment]));
  const isNew = (wanted: Appointment): boolean =>
    !picture.positions.some(
      ({ personId, organisationId, role, deputyOf }) =>
        deputyOf === null && personId === wanted.personId && organisationId === wanted.organisationId && role === wanted.role,
    );
  const fresh = [...granted].filter(([, wanted]) => isNew(wanted));
  return { ...picture, positions: [...picture.positions, ...fresh.map(([id, wanted]) => ({ id, ...wanted, deputyOf: null }))] };
}

const grantedId = ({ personId, organisationId, role }: Appointment): string => `new ${role} ${personId} ${organisationId}`;

/**
 * All that refers to one node refers to another of its kind: what hangs below it in any graph, its units, its desks, those it succeeded; units
 * of a bureau go over to the other bureau's organiser with it. It closes.
 */
export function handedOn(picture: GraphPicture, fromId: string, toId: string | null): GraphPicture {
  const on = <T extends string | null>(id: T): T | string => (id === fromId && toId !== null ? toId : id);
  const [from, to] = [picture.organisations.get(fromId), picture.organisations.get(toId ?? '')];
  const organiserOf = ({ credentialParentId, unit }: PicturedNode): string => {
    const goesAlong = from?.kind === 'municipal' && credentialParentId === fromId && unit?.organiserId === from.credentialParentId;
    return goesAlong && to ? (to.credentialParentId ?? '') : on(unit?.organiserId ?? '');
  };
  const closing = withNodes(picture, (node) => ({
    credentialParentId: on(node.credentialParentId),
    noticeParentId: on(node.noticeParentId),
    successorId: node.id === fromId || node.successorId === fromId ? toId : node.successorId,
    closed: node.closed || node.id === fromId,
    unit: node.unit && { ...node.unit, organiserId: organiserOf(node) },
  }));
  return {
    ...closing,
    routes: picture.routes.map((route) => ({ ...route, legs: route.legs.map((leg) => ({ ...leg, holder: on(leg.holder) })) })),
  };
}

/** Every path written anew from the parents; a circle, which the lint names, is walked once. */
export function withPaths(picture: GraphPicture): GraphPicture {
  return withNodes(picture, ({ id }) => ({ path: `/${lineTo(picture, id).join('/')}/` }));
}

function lineTo({ organisations }: GraphPicture, id: string): string[] {
  const line = [id];
  for (let above = organisations.get(id)?.credentialParentId ?? null; above !== null && !line.includes(above);) {
    line.unshift(above);
    above = organisations.get(above)?.credentialParentId ?? null;
  }
  return line;
}
