import fc from 'fast-check';
import type { Appointment, GraphChange, Role } from '@dengke/contract';
import { issuingRules, mayIssue } from '../src/credentials/issuing-rules';
import type { GraphPicture, PicturedNode, PicturedPosition } from '../src/routes/graph-picture';

/** One step of a random sequence, before it is known what the graphs look like then. */
export interface Step {
  kind: 'issue' | 'revoke' | 'transfer' | 'merge' | 'close' | 'split' | 'handOver';
  /** What it picks among what is there: actor, node, place, and so on. */
  picks: number[];
}

/** Issue, revoke, transfer, merge, close (and split, hand over) in any order. */
export const someSteps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Step['kind']>('issue', 'revoke', 'transfer', 'transfer', 'merge', 'close', 'split', 'handOver'),
      picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: 1, maxLength },
  );

export type Drawn = { by: PicturedPosition } & ({ issue: Appointment } | { change: GraphChange });

/** The step as a request of somebody in the present graphs: mostly sensible, at times not; null where nothing fits. */
export function drawn(picture: GraphPicture, { kind, picks }: Step): Drawn | null {
  let used = 0;
  const pick = <T>(from: readonly T[]): T | undefined => from[(picks[used++ % picks.length] ?? 0) % Math.max(from.length, 1)];
  const open = [...picture.organisations.values()].filter(({ closed }) => !closed);
  const by = pick(picture.positions.filter(({ role }) => role === 'superAdmin'));
  const node = pick(open.filter(({ kind: of }) => of !== 'ministry' && of !== 'department'));
  const twin = pick(open.filter((other) => other.kind === node?.kind && other.id !== node.id));
  if (by === undefined || node === undefined) {
    return null;
  }
  if (kind === 'issue') {
    const known = pick(picture.positions.filter(({ personId }) => !picture.shut.has(personId)));
    const personId = pick([known?.personId, undefined]) ?? `person-${picks.join('-')}`;
    const wanted = { personId, organisationId: node.id, role: roleAt(node, pick) };
    const issuer = picture.positions.find((position) => issues(picture, position, node, wanted.role));
    return issuer === undefined ? null : { by: issuer, issue: wanted };
  }
  const change = changeOf(kind, { picture, open, node, twin, pick });
  return change === null ? null : { by, change };
}

interface Hand {
  picture: GraphPicture;
  open: PicturedNode[];
  node: PicturedNode;
  twin: PicturedNode | undefined;
  pick: <T>(from: readonly T[]) => T | undefined;
}

function changeOf(kind: Exclude<Step['kind'], 'issue'>, { picture, open, node, twin, pick }: Hand): GraphChange | null {
  const organisationId = node.id;
  const other = pick(open.filter(({ id, kind: of }) => id !== node.id && of === parentOf(picture, node)?.kind)) ?? node;
  switch (kind) {
    case 'transfer':
      return { kind, organisationId, to: { credentialParentId: other.id, ...placeIn(other, node, pick) } };
    case 'merge':
      return twin === undefined ? null : { kind, organisationId, intoId: twin.id, areas: [{ from: node.areaCode, to: twin.areaCode }] };
    case 'close':
      return { kind, organisationId, successorId: pick([twin?.id, null, twin?.id]) ?? null };
    case 'revoke':
      return { kind, organisationId, appointments: takingOver(picture, node, pick) };
    case 'handOver':
      return { kind, organisationId: node.credentialParentId ?? node.id, toId: other.id };
    case 'split':
      return splitOf(picture, open, node, pick);
  }
}

function splitOf(picture: GraphPicture, open: PicturedNode[], node: PicturedNode, pick: Hand['pick']): GraphChange | null {
  const { id, kind, credentialParentId, noticeParentId, areaCode } = node;
  const person = pick(picture.positions.filter(({ organisationId }) => organisationId === id));
  if (kind === 'ministry' || kind === 'department' || person === undefined) {
    return null;
  }
  const uscc = String(picture.organisations.size).padStart(18, '0');
  const unit = node.unit === null ? {} : { unit: { ...node.unit, uscc } };
  const contact = { contactOffice: '办公室', contactPhone: '0351-0000001' };
  const place = { credentialParentId: credentialParentId ?? '', noticeParentId: noticeParentId ?? '', areaCode };
  return {
    kind: 'split',
    organisationId: id,
    organisation: { name: `${id} new`, kind, ...place, ...contact, ...unit },
    people: [{ personId: person.personId, role: kind === 'organiser' ? 'superAdmin' : person.role }],
    organisationIds: open
      .filter((below) => below.credentialParentId === id)
      .slice(0, 1)
      .map((below) => below.id),
  };
}

/** Somebody of the level above takes a unit's account; at times nobody does. */
function takingOver(picture: GraphPicture, node: PicturedNode, pick: Hand['pick']): Appointment[] {
  const person = pick(picture.positions.filter(({ organisationId }) => organisationId === node.credentialParentId));
  const role = ({ unit: 'unitAdmin', municipal: 'manager', county: 'liaison', organiser: 'superAdmin' } as Partial<Record<string, Role>>)[
    node.kind
  ];
  return person === undefined || role === undefined || pick([true, true, false]) !== true
    ? []
    : [{ personId: person.personId, organisationId: node.id, role }];
}

/** With the organiser and the area of the new place, so that routes lead somewhere; at times without. */
function placeIn(parent: PicturedNode, node: PicturedNode, pick: Hand['pick']) {
  const notice = pick([true, true, false]) === true ? { noticeParentId: parent.id } : {};
  if (pick([true, true, true, false]) !== true || node.kind === 'county' || node.kind === 'organiser') {
    return notice;
  }
  const organiserId = parent.kind === 'organiser' ? parent.id : (parent.credentialParentId ?? parent.id);
  const areaCode = node.kind === 'unit' && parent.kind === 'municipal' ? { areaCode: `${parent.areaCode}09` } : {};
  return { ...notice, organiserId, ...areaCode };
}

const parentOf = ({ organisations }: GraphPicture, { credentialParentId }: PicturedNode) => organisations.get(credentialParentId ?? '');

function roleAt(node: PicturedNode, pick: Hand['pick']): Role {
  const fitting = issuingRules.filter(({ to: [kind] }) => kind === node.kind).flatMap(({ to: [, ...roles] }) => roles);
  return pick(fitting) ?? 'completer';
}

function issues({ organisations }: GraphPicture, { organisationId, role }: PicturedPosition, target: PicturedNode, wanted: Role): boolean {
  const issuer = organisations.get(organisationId);
  return (
    issuer !== undefined &&
    target.path.startsWith(issuer.path) &&
    mayIssue({ id: '', organisationId, organisationKind: issuer.kind, role }, target, wanted)
  );
}
