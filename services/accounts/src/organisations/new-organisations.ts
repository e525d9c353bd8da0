import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, Door, Instant, OrganisationKind } from '@dengke/contract';
import type { Ledger } from '@dengke/service-kit';
import { Organisation } from './organisation.entity';
import { Unit } from './unit.entity';

/** A node that comes under another in the credential tree (graph 2). */
export interface NewOrganisation {
  name: string;
  kind: Extract<OrganisationKind, 'organiser' | 'unit'>;
  areaCode: string;
  organiserKind: string | null;
  contactOffice: string | null;
  contactPhone: string;
  /** Who issues its logins (S56). */
  parent: Pick<Organisation, 'id' | 'path'>;
  /** From whom its notices come. */
  noticeParentId: string;
}

/** What only a completing unit has (S55). */
export interface NewUnit {
  uscc: string;
  unitKind: string;
  organiserId: string;
  field: string | null;
  doors: Door[];
  singlePerson: boolean;
}

interface Told {
  me: Caller;
  actId: string;
  at: Instant;
}

/** Registrar levels of what may be added (S54, S55). */
const levels = { organiser: 3, unit: 4 } as const;

/** Adds a node, and tells those who keep replicas. @returns its id */
export async function addOrganisation(manager: EntityManager, ledger: Ledger, added: NewOrganisation, told: Told): Promise<string> {
  const { parent, noticeParentId, ...columns } = added;
  const id = uuidv7();
  const path = `${parent.path}${id}/`;
  const { kind, areaCode } = columns;
  const row = { id, ...columns, path, level: levels[kind], credentialParentId: parent.id, noticeParentId, version: 1 };
  await manager.insert(Organisation, row);
  const { me, actId, at } = told;
  await ledger.record(manager, `organisation/${id}`, {
    kind: 'organisationAdded',
    actId: `${actId}/organisationAdded`,
    at,
    by: me.personId,
    organisationId: me.position.organisationId,
    detail: { kind, path, areaCode, credentialParentId: parent.id, version: 1 },
    relay: false,
  });
  return id;
}

/** Adds a completing unit with its own columns. @returns its id */
export async function addUnit(
  manager: EntityManager,
  ledger: Ledger,
  added: Omit<NewOrganisation, 'kind' | 'organiserKind'>,
  unit: NewUnit,
  told: Told,
): Promise<string> {
  const organisationId = await addOrganisation(manager, ledger, { ...added, kind: 'unit', organiserKind: null }, told);
  await manager.insert(Unit, { organisationId, ...unit, ownOrganiser: false });
  return organisationId;
}
