import type { EntityManager } from 'typeorm';
import { organiserKinds } from '@dengke/contract';
import type { Door, UnitField } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { isHeldOpen } from '../organisations/held-open';

const prefectureDigits = 4;

export interface UnitDesk {
  deskId: string;
  /** Null where accounts does not know the code yet. */
  unitId: string | null;
}

export interface SoughtUnit {
  uscc: string;
  areaCode: string;
  field: UnitField;
}

/**
 * Whose desk an application goes to; it does not close until the transaction ends. One that closes in this moment has been taken over.
 * @throws DomainError UNAVAILABLE where there is not even a department, BUSY
 */
export async function deskOf(manager: EntityManager, sought: SoughtUnit): Promise<UnitDesk> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const found = await deskNow(manager, sought);
    if (await isHeldOpen(manager, found.deskId)) {
      return found;
    }
  }
  throw new DomainError('BUSY');
}

/**
 * The level above the unit, which issues its logins (S56). A unit not known yet goes by area and field: the energy
 * line to the municipal bureau of its area, or the bureau above them (S25, S27); others to their city's science department (S54, S61), not to
 * another organiser that sits there; where there is none, to the department, which passes it on.
 */
async function deskNow(manager: EntityManager, { uscc, areaCode, field }: SoughtUnit): Promise<UnitDesk> {
  const known = await unitWith(manager, uscc);
  if (known !== null) {
    return known;
  }
  const prefecture = areaCode.slice(0, prefectureDigits);
  const nodes = await manager.query<Node[]>(
    `select id, kind, organiserKind, areaCode, credentialParentId from organisation
      where kind in ('municipal', 'organiser', 'department') and closedAt is null order by id`,
  );
  const municipals = nodes.filter(({ kind }) => kind === 'municipal');
  const deskId =
    field === 'energy'
      ? (municipals.find((node) => node.areaCode === prefecture)?.id ?? municipals[0]?.credentialParentId)
      : nodes.find((node) => node.organiserKind === organiserKinds['municipal-science'] && node.areaCode === prefecture)?.id;
  const department = nodes.find(({ kind }) => kind === 'department');
  if (department === undefined) {
    throw new DomainError('UNAVAILABLE');
  }
  return { deskId: deskId ?? department.id, unitId: null };
}

interface Node {
  id: string;
  kind: string;
  organiserKind: string | null;
  areaCode: string;
  credentialParentId: string | null;
}

/** The unit with a code, where it has closed its successor, and the level above it. */
export async function unitWith(manager: EntityManager, uscc: string): Promise<{ deskId: string; unitId: string } | null> {
  const [row] = await manager.query<{ deskId: string; unitId: string }[]>(
    `select o.id as unitId, coalesce(o.credentialParentId, u.organiserId) as deskId
       from unit c join organisation closed on closed.id = c.organisationId
       join organisation o on o.id = if(closed.closedAt is null, closed.id, closed.successorId) join unit u on u.organisationId = o.id
      where c.uscc = ?`,
    [uscc],
  );
  return row ?? null;
}

/** Whether a unit of this area and line may be at a municipal bureau's desk: only in the bureau's own area, only on the energy line (S4, S27). */
export const mayHold = (desk: { kind: string; areaCode: string }, { areaCode, field }: Omit<SoughtUnit, 'uscc'>): boolean =>
  desk.kind === 'organiser' || (desk.kind === 'municipal' && field === 'energy' && areaCode.startsWith(desk.areaCode));

/** The organiser it belongs to and the doors it may use: at a municipal bureau both of S25, else the organiser's own. */
export function placeUnder(
  desk: { id: string; kind: string; credentialParentId: string | null },
  { field }: Pick<SoughtUnit, 'field'>,
): { organiserId: string; field: string | null; doors: Door[] } {
  const isMunicipal = desk.kind === 'municipal';
  return {
    organiserId: isMunicipal ? (desk.credentialParentId ?? desk.id) : desk.id,
    field: field === 'energy' ? 'energy' : null,
    doors: isMunicipal ? ['municipal', 'organiser'] : ['organiser'],
  };
}
