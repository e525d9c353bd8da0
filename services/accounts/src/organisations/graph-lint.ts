import { rightsOf } from '@dengke/contract';
import type { Door, OrganisationKind, Reason, Role, StageKind } from '@dengke/contract';

/** A node of the graphs as the lint reads it. */
export interface GraphNode {
  id: string;
  kind: OrganisationKind;
  areaCode: string;
  credentialParentId: string | null;
  noticeParentId: string | null;
  contactPhone: string | null;
  /** Of a unit only. */
  organiserId?: string;
}

/** One unit's way through one of its doors: null where no route leads, null legs where a desk has no holder. */
export interface GraphWay {
  unitId: string;
  door: Door;
  routeId: string | null;
  legs: ({ kind: StageKind; organisationId: string } | null)[];
}

export interface Graphs {
  organisations: readonly GraphNode[];
  ways: readonly GraphWay[];
  /** Living positions; undefined where nobody has been loaded yet, and desks cannot be judged. */
  positions?: readonly { organisationId: string; role: Role }[];
}

export const graphFaults = [
  'orphan',
  'cycle',
  'wrongParent',
  'noContact',
  'noOrganiser',
  'areaContested',
  'noRoute',
  'deskCannotReview',
  'deskUnstaffed',
  'superAdmins',
] as const satisfies readonly Reason[];

export interface GraphFault {
  fault: (typeof graphFaults)[number];
  organisationId: string;
  /** What it concerns: a graph, a door, a route. */
  in: string;
}

/** Whether the graphs themselves are wrong, and not only somebody missing from them. */
export const isStructural = ({ fault }: GraphFault): boolean => fault !== 'deskUnstaffed' && fault !== 'superAdmins';

const parents = { credential: 'credentialParentId', notice: 'noticeParentId' } as const;
/** Where a graph begins: logins come down from the ministry (S52–S56), notices from the department (S43) and the ministry takes no part. */
const roots: Record<keyof typeof parents, readonly OrganisationKind[]> = { credential: ['ministry'], notice: ['ministry', 'department'] };
/** Under which kinds a node may hang: one issues the logins of the level below (S4, S56), and passes notices down to it (S9, S12). */
const parentKinds: Record<keyof typeof parents, Record<OrganisationKind, readonly OrganisationKind[]>> = {
  credential: {
    ...{ ministry: [], department: ['ministry'], organiser: ['department'], municipal: ['organiser'], county: ['municipal'] },
    unit: ['organiser', 'municipal'],
  },
  notice: {
    ...{ ministry: [], department: ['ministry'], organiser: ['department'], municipal: ['organiser'], county: ['municipal'] },
    unit: ['organiser', 'municipal', 'county'],
  },
};
const managed: readonly OrganisationKind[] = ['ministry', 'department', 'organiser'];
/** The kinds of organisation that may hold a desk; a county none (P3). */
const deskKinds: Record<StageKind, readonly OrganisationKind[]> = {
  unit: ['unit'],
  municipal: ['municipal'],
  organiser: ['organiser'],
  department: ['department'],
  ministry: ['ministry'],
};
/** All that is wrong with the three graphs: no orphan, no cycle, every reviewing desk has someone, every node a contact. */
export function lintGraphs(graphs: Graphs): GraphFault[] {
  const byId = new Map(graphs.organisations.map((node) => [node.id, node]));
  const faults = [...byId.values()].flatMap((node) => nodeFaults(node, byId));
  const wayFaults = graphs.ways.flatMap((way) => faultsOfWay(way, byId));
  const staff = graphs.positions === undefined ? [] : staffFaults(graphs, graphs.positions, byId);
  return unique([...faults, ...contestedAreas(graphs.organisations), ...wayFaults, ...staff]);
}

function nodeFaults(node: GraphNode, byId: ReadonlyMap<string, GraphNode>): GraphFault[] {
  const faults: GraphFault[] = [];
  for (const graph of ['credential', 'notice'] as const) {
    const end = climb(node, graph, byId);
    if (end !== 'root') {
      faults.push({ fault: end, organisationId: node.id, in: graph });
    }
    const parent = byId.get(node[parents[graph]] ?? '');
    if (parent !== undefined && !parentKinds[graph][node.kind].includes(parent.kind)) {
      faults.push({ fault: 'wrongParent', organisationId: node.id, in: graph });
    }
  }
  if (!node.contactPhone) {
    faults.push({ fault: 'noContact', organisationId: node.id, in: 'notice' });
  }
  if (node.kind === 'unit' && byId.get(node.organiserId ?? '')?.kind !== 'organiser') {
    faults.push({ fault: 'noOrganiser', organisationId: node.id, in: 'route' });
  }
  return faults;
}

/** Follows the parents upwards: to a root, to nothing, or round in a circle. */
function climb(start: GraphNode, graph: keyof typeof parents, byId: ReadonlyMap<string, GraphNode>): 'root' | 'orphan' | 'cycle' {
  const passed = new Set<string>();
  let node: GraphNode | undefined = start;
  while (node !== undefined) {
    if (passed.has(node.id)) {
      return 'cycle';
    }
    passed.add(node.id);
    const parentId: string | null = node[parents[graph]];
    if (parentId === null) {
      return roots[graph].includes(node.kind) ? 'root' : 'orphan';
    }
    node = byId.get(parentId);
  }
  return 'orphan';
}

/** Two municipal bureaus of one organiser in one area: a route could not tell whose desk it is (S4, S31). */
function contestedAreas(organisations: readonly GraphNode[]): GraphFault[] {
  const municipals = organisations.filter(({ kind }) => kind === 'municipal');
  const placeOf = ({ credentialParentId, areaCode }: GraphNode): string => `${credentialParentId ?? ''} ${areaCode}`;
  const places = municipals.map(placeOf);
  return municipals
    .filter((node, at) => places.indexOf(placeOf(node)) !== at)
    .map(({ id, areaCode }) => ({ fault: 'areaContested' as const, organisationId: id, in: areaCode }));
}

function faultsOfWay({ unitId, door, routeId, legs }: GraphWay, byId: ReadonlyMap<string, GraphNode>): GraphFault[] {
  if (routeId === null || legs.includes(null)) {
    return [{ fault: 'noRoute', organisationId: unitId, in: door }];
  }
  return legs.flatMap((leg) => {
    const holder = leg === null ? undefined : byId.get(leg.organisationId);
    const mayHold = leg !== null && holder !== undefined && deskKinds[leg.kind].includes(holder.kind);
    return mayHold ? [] : [{ fault: 'deskCannotReview' as const, organisationId: leg?.organisationId ?? unitId, in: routeId }];
  });
}

function staffFaults(graphs: Graphs, positions: NonNullable<Graphs['positions']>, byId: ReadonlyMap<string, GraphNode>): GraphFault[] {
  const staffed = new Set<string>();
  const admins = new Map<string, number>();
  for (const { organisationId, role } of positions) {
    const organisationKind = byId.get(organisationId)?.kind;
    if (organisationKind !== undefined && rightsOf({ role, organisationKind }).has('submission.decide')) {
      staffed.add(organisationId);
    }
    if (role === 'superAdmin') {
      admins.set(organisationId, (admins.get(organisationId) ?? 0) + 1);
    }
  }
  const empty = graphs.ways.flatMap(({ routeId, legs }) =>
    legs
      .filter((leg) => leg !== null && !staffed.has(leg.organisationId))
      .map((leg) => ({ fault: 'deskUnstaffed' as const, organisationId: leg?.organisationId ?? '', in: routeId ?? '' })),
  );
  const badlyLed = graphs.organisations
    .filter(({ id, kind }) => (admins.get(id) ?? 0) !== (managed.includes(kind) ? 1 : 0))
    .map(({ id }) => ({ fault: 'superAdmins' as const, organisationId: id, in: 'credential' }));
  return [...empty, ...badlyLed];
}

const unique = (faults: GraphFault[]): GraphFault[] => [
  ...new Map(faults.map((fault) => [`${fault.fault} ${fault.organisationId} ${fault.in}`, fault])).values(),
];
