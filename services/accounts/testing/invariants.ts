import type { GraphPicture, PicturedNode } from '../src/routes/graph-picture';
import type { Plan } from '../src/graph-changes/plan';

/**
 * What must hold of the graphs whatever happens to them, counted plainly and apart from the lint: no orphan, no circle, one living super
 * administrator in each management organisation and in no other, nobody in a closed organisation, and no login that is shut and holds one.
 * @returns what does not hold
 */
export function brokenIn(picture: GraphPicture): string[] {
  const { organisations, positions, shut } = picture;
  const open = [...organisations.values()].filter(({ closed }) => !closed);
  const isManaged = ({ kind }: PicturedNode): boolean => kind === 'ministry' || kind === 'department' || kind === 'organiser';
  const admins = (id: string): number =>
    positions.filter(({ organisationId, role, deputyOf }) => organisationId === id && role === 'superAdmin' && deputyOf === null).length;
  return [
    ...open.flatMap((node) => [
      ...(reaches(picture, node, 'credentialParentId', 'ministry') ? [] : [`${node.id} does not hang on the ministry`]),
      ...(node.kind === 'ministry' || reaches(picture, node, 'noticeParentId', 'department') ? [] : [`${node.id} gets no notices`]),
      ...(node.path === pathOf(picture, node) ? [] : [`${node.id} has the path ${node.path}`]),
      ...(admins(node.id) === (isManaged(node) ? 1 : 0) ? [] : [`${node.id} has ${admins(node.id)} super administrators`]),
    ]),
    ...positions
      .filter(({ organisationId }) => organisations.get(organisationId)?.closed !== false)
      .map(({ id }) => `${id} lives in a closed one`),
    ...positions.filter(({ personId }) => shut.has(personId)).map(({ id }) => `${id} is held with a login that is shut`),
    ...[...organisations.values()]
      .filter(({ successorId }) => successorId !== null && organisations.get(successorId)?.closed !== false)
      .map(({ id }) => `the successor of ${id} has closed`),
  ];
}

/** Nobody does anything outside their part of the graphs: what a change touches hung below its author before it. */
export function outside(before: GraphPicture, centreId: string, { differences }: Pick<Plan, 'differences'>): string[] {
  const centre = before.organisations.get(centreId);
  const isBelow = (id: string): boolean => (centre !== undefined && before.organisations.get(id)?.path.startsWith(centre.path)) ?? false;
  const { changed, ended, granted, created } = differences;
  const madeHere = new Set(created.map(({ id }) => id));
  return [
    ...changed.filter((change) => !isBelow(change.before.id) || change.before.id === centreId).map((change) => change.before.id),
    ...[...ended, ...granted].map(({ organisationId }) => organisationId).filter((id) => !isBelow(id) && !madeHere.has(id)),
  ];
}

function reaches(
  { organisations }: GraphPicture,
  start: PicturedNode,
  parent: 'credentialParentId' | 'noticeParentId',
  root: string,
): boolean {
  let node: PicturedNode | undefined = start;
  for (let steps = 0; node !== undefined && !node.closed && steps <= organisations.size; steps += 1) {
    if (node.kind === root) {
      return true;
    }
    node = organisations.get(node[parent] ?? '');
  }
  return false;
}

function pathOf({ organisations }: GraphPicture, node: PicturedNode): string {
  const parent = organisations.get(node.credentialParentId ?? '');
  return parent === undefined ? `/${node.id}/` : `${pathOf({ organisations } as GraphPicture, parent)}${node.id}/`;
}
