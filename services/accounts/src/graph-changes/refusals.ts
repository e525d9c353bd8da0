import { rolesIn } from '@dengke/contract';
import type { Appointment, GraphChange, OrganisationKind, Role } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { GraphPicture, PicturedNode } from '../routes/graph-picture';
import type { Differences } from './effects';
import { isWithin, nodeIn } from './picture-edits';

/**
 * Who changes the graphs stands above both ends: the changed nodes hang below the administrator's own, and so do the places they come
 * from and go to, or are it. What lies outside looks as if it did not exist.
 * @throws DomainError NOT_FOUND
 */
export function refuseOutside(picture: GraphPicture, centreId: string, change: GraphChange): void {
  const centre = required(picture, centreId);
  for (const id of endsOf(picture, change)) {
    refuseUnless(isWithin(required(picture, id), centre));
  }
  for (const id of changedBy(change)) {
    refuseUnless(isWithin(required(picture, id), centre) && id !== centreId);
  }
  const known = new Set(
    picture.positions.filter(({ organisationId }) => isWithin(required(picture, organisationId), centre)).map(({ personId }) => personId),
  );
  for (const { personId } of peopleOf(change)) {
    refuseUnless(known.has(personId) && !picture.shut.has(personId));
  }
}

/** Nothing that the change touches may lie elsewhere, also where the graphs are not as tidy as its ends. @throws DomainError NOT_FOUND */
export function refuseTouchingOutside(picture: GraphPicture, centreId: string, { changed }: Differences): void {
  const centre = required(picture, centreId);
  changed.forEach(({ before }) => refuseUnless(isWithin(before, centre) && before.id !== centreId));
}

/** The nodes that the request names as another afterwards. */
function changedBy(change: GraphChange): string[] {
  switch (change.kind) {
    case 'create':
      return [];
    case 'split':
      return [change.organisationId, ...change.organisationIds];
    case 'handOver':
      return change.organisationIds ?? [];
    case 'transfer':
    case 'rename':
    case 'merge':
    case 'close':
    case 'revoke':
      return [change.organisationId];
  }
}

/** The places it comes from and goes to. */
function endsOf(picture: GraphPicture, change: GraphChange): string[] {
  switch (change.kind) {
    case 'create':
    case 'split':
      return placesOf(change.organisation.credentialParentId, change.organisation.noticeParentId, change.organisation.unit?.organiserId);
    case 'transfer': {
      const { credentialParentId, noticeParentId, organiserId } = change.to;
      const from = picture.organisations.get(change.organisationId);
      const left = [noticeParentId && from?.noticeParentId, organiserId && from?.unit?.organiserId];
      return placesOf(credentialParentId, noticeParentId, organiserId, ...left);
    }
    case 'merge':
      return [change.intoId];
    case 'close':
      return placesOf(change.successorId);
    case 'revoke':
      return change.appointments.map(({ organisationId }) => organisationId);
    case 'handOver':
      return [change.organisationId, change.toId];
    case 'rename':
      return [];
  }
}

const placesOf = (...ids: (string | null | undefined)[]): string[] => ids.filter((id): id is string => typeof id === 'string');
const peopleOf = (change: GraphChange): { personId: string }[] =>
  change.kind === 'split' ? change.people : change.kind === 'revoke' ? change.appointments : [];

/** @throws DomainError INVALID_INPUT { fields } for what contradicts itself */
export function refuseImpossible(picture: GraphPicture, change: GraphChange): void {
  switch (change.kind) {
    case 'create':
      return wants(newUnitFits(picture, change.organisation), 'organisation.unit');
    case 'transfer':
      return wants(
        Object.values(change.to).some((value) => value !== undefined),
        'to',
      );
    case 'rename':
      return wants((change.name ?? change.contactOffice ?? change.contactPhone) !== undefined, 'name');
    case 'merge':
      wants(
        (change.areas ?? []).every(({ from, to }) => from.length === to.length),
        'areas',
      );
      return wants(isOther(picture, change.organisationId, change.intoId), 'intoId');
    case 'close':
      return wants(change.successorId === null || isOther(picture, change.organisationId, change.successorId), 'successorId');
    case 'split':
      return refuseSplit(picture, change);
    case 'revoke':
      return refuseRevoke(picture, change);
    case 'handOver':
      return wants(
        (change.organisationIds ?? []).every((id) => nodeIn(picture, id)?.credentialParentId === change.organisationId),
        'organisationIds',
      );
  }
}

function refuseSplit(
  picture: GraphPicture,
  { organisationId, organisation, people, organisationIds }: Extract<GraphChange, { kind: 'split' }>,
) {
  const node = required(picture, organisationId);
  wants(organisation.kind === node.kind, 'organisation.kind');
  wants(newUnitFits(picture, organisation), 'organisation.unit');
  wants(
    organisationIds.every((id) => hangsOn(required(picture, id), organisationId)),
    'organisationIds',
  );
  const here = new Set(picture.positions.filter((position) => position.organisationId === organisationId).map(({ personId }) => personId));
  wants(
    people.every(({ personId, role }) => here.has(personId) && roleFits(node.kind, role)),
    'people',
  );
}

/** Who takes over is somebody whom the change does not put out. */
function refuseRevoke(picture: GraphPicture, { organisationId, appointments }: Extract<GraphChange, { kind: 'revoke' }>) {
  const root = required(picture, organisationId);
  const stays = new Set(
    picture.positions.filter((position) => !isWithin(required(picture, position.organisationId), root)).map(({ personId }) => personId),
  );
  const fits = ({ personId, organisationId: at, role }: Appointment): boolean => {
    const node = required(picture, at);
    return stays.has(personId) && isWithin(node, root) && roleFits(node.kind, role);
  };
  wants(appointments.every(fits), 'appointments');
}

const isOther = (picture: GraphPicture, one: string, other: string): boolean =>
  one !== other && nodeIn(picture, one)?.kind === nodeIn(picture, other)?.kind;
const hangsOn = ({ credentialParentId, noticeParentId, unit }: PicturedNode, id: string): boolean =>
  [credentialParentId, noticeParentId, unit?.organiserId].includes(id);
const roleFits = (kind: OrganisationKind, role: Role): boolean => rolesIn[kind].includes(role);

/** A unit has its details, another kind none; a code is one unit's, also after it closed. */
function newUnitFits({ organisations }: GraphPicture, { kind, unit }: Pick<PicturedNode, 'kind'> & { unit?: { uscc: string } }): boolean {
  const isTaken = [...organisations.values()].some((node) => node.unit !== null && node.unit.uscc === unit?.uscc);
  return (kind === 'unit') === (unit !== undefined) && !isTaken;
}

function required(picture: GraphPicture, id: string): PicturedNode {
  const node = nodeIn(picture, id);
  if (node === undefined) {
    throw new DomainError('NOT_FOUND');
  }
  return node;
}

function refuseUnless(holds: boolean): void {
  if (!holds) {
    throw new DomainError('NOT_FOUND');
  }
}

function wants(holds: boolean, field: string): void {
  if (!holds) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: `change.${field}`, reason: 'impossible' }] });
  }
}
