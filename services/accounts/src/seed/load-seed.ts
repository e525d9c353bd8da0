import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '@dengke/contract';
import { inTransaction, Ledger, RelayBell } from '@dengke/service-kit';
import { Credential } from '../credentials/credential.entity';
import { isStructural, lintGraphs } from '../organisations/graph-lint';
import { Organisation } from '../organisations/organisation.entity';
import { Unit } from '../organisations/unit.entity';
import { Person } from '../people/person.entity';
import { PositionRow } from '../people/position.entity';
import { refuseFaults } from '../routes/graph-check';
import { graphsIn } from '../routes/graphs';
import { ReviewRouteRow } from '../routes/route.entity';
import { RouteLegRow } from '../routes/route-leg.entity';
import { PasswordHashing } from '../sign-in/password-hashing';
import type { Seed, SeededOrganisation, SeededPerson, SeededRoute, SeededUnit } from './seed-files';

/** When registration went online (S2), Asia/Shanghai: the business instant of all that was there from the beginning. */
export const seededAt: Instant = '2023-07-31T16:00:00.000Z';

/**
 * Adds what is not there yet, and changes nothing that is; all of it or nothing.
 * @throws Error when the graphs would be broken (design §3)
 */
export async function loadSeed(database: DataSource, seed: Seed): Promise<void> {
  const ledger = new Ledger(database, new RelayBell());
  const passwordHash = await demonstrationHash(database, seed);
  await inTransaction(database, async (manager) => {
    await addOrganisations(manager, ledger, seed);
    for (const route of await missing(manager, ReviewRouteRow, seed.routes)) {
      await addRoute(manager, route);
    }
    for (const person of await missing(manager, Person, seed.people)) {
      await addPerson(manager, ledger, person, passwordHash);
    }
    const faults = lintGraphs(await graphsIn(manager));
    refuseFaults(seed.people.length > 0 ? faults : faults.filter(isStructural));
  });
}

/** One hash for all of them, since the password is one and public; nobody waits for ninety. */
async function demonstrationHash(database: DataSource, { people, password }: Seed): Promise<string> {
  const absent = await missing(database.manager, Person, people);
  return absent.length === 0 ? '' : new PasswordHashing().hash(password);
}

async function missing<T extends { id: string }>(
  manager: EntityManager,
  entity: new () => { id: string },
  wanted: readonly T[],
): Promise<T[]> {
  const present = new Set((await manager.find(entity, { select: { id: true } })).map(({ id }) => id));
  return wanted.filter(({ id }) => !present.has(id));
}

async function addOrganisations(manager: EntityManager, ledger: Ledger, { organisations, units }: Seed): Promise<void> {
  const nodes: (SeededOrganisation & { unit?: SeededUnit })[] = [
    ...organisations,
    ...units.map((unit) => ({ ...unit, kind: 'unit' as const, level: 4, organiserKind: null, unit })),
  ];
  const pathTo = pathsOf(nodes);
  const absent = await missing(manager, Organisation, nodes);
  for (const node of absent.sort((one, other) => pathTo(one.id).length - pathTo(other.id).length)) {
    await addOrganisation(manager, ledger, node, pathTo(node.id));
  }
  for (const { id, noticeParent } of absent) {
    await manager.query('update organisation set noticeParentId = ? where id = ?', [noticeParent, id]);
  }
}

/** A parent's path is shorter than its child's, so by length parents come first. @throws Error for a circle */
function pathsOf(nodes: readonly SeededOrganisation[]): (id: string) => string {
  const parentOf = new Map(nodes.map(({ id, credentialParent }) => [id, credentialParent]));
  return (id) => {
    const line = [id];
    for (let parent = parentOf.get(id) ?? null; parent !== null; parent = parentOf.get(parent) ?? null) {
      if (line.includes(parent)) {
        refuseFaults([{ fault: 'cycle', organisationId: id, in: 'credential' }]);
      }
      line.unshift(parent);
    }
    return `/${line.join('/')}/`;
  };
}

type NewNode = SeededOrganisation & { unit?: SeededUnit };

async function addOrganisation(manager: EntityManager, ledger: Ledger, node: NewNode, path: string): Promise<void> {
  const { id, name, kind, level, areaCode, organiserKind, contact, unit } = node;
  const { credentialParent: credentialParentId, noticeParent: noticeParentId } = node;
  const { office: contactOffice, phone: contactPhone } = contact;
  await manager.insert(Organisation, {
    ...{ id, name, kind, level, areaCode, path, organiserKind },
    ...{ credentialParentId, contactOffice, contactPhone },
  });
  if (unit !== undefined) {
    const { uscc, kind: unitKind, organiserId, field, doors, ownOrganiser, singlePerson } = unit;
    const flags = { ownOrganiser: ownOrganiser !== null, singlePerson };
    await manager.insert(Unit, { organisationId: id, uscc, unitKind, organiserId, field, doors, ...flags });
  }
  const detail = { kind, path, areaCode, credentialParentId, noticeParentId, version: 1 };
  await ledger.record(manager, `organisation/${id}`, seeded('organisationSeeded', detail));
}

async function addRoute(
  manager: EntityManager,
  { id: routeId, version, name, appliesTo, legs, paperRequired, source }: SeededRoute,
): Promise<void> {
  await manager.insert(ReviewRouteRow, { id: routeId, version, name, ...appliesTo, paperRequired, source });
  await manager.insert(
    RouteLegRow,
    legs.map(({ kind, organisation: holder }, at) => ({ routeId, number: at + 1, kind, holder })),
  );
}

/** A demonstration person: signed in before, as it were, so the password is changed already. */
async function addPerson(manager: EntityManager, ledger: Ledger, person: SeededPerson, passwordHash: string): Promise<void> {
  const { id: personId, login, name, mobile, mail } = person;
  await manager.insert(Person, { id: personId, name, mobile, mail });
  const positions = person.positions.map(({ organisationId, role }) => ({
    id: uuidv7(),
    personId,
    organisationId,
    role,
    grantedAt: seededAt,
    endedAt: null,
  }));
  await manager.insert(PositionRow, positions);
  await manager.insert(Credential, {
    ...{ id: uuidv7(), login, personId, passwordHash, mustChange: false, firstPasswordExpiresAt: null },
    ...{ issuedBy: null, issuedAt: seededAt, onApplication: null, disabled: false },
  });
  const detail = { positions: positions.map(({ id: positionId, organisationId, role }) => ({ positionId, organisationId, role })) };
  await ledger.record(manager, `person/${personId}`, { ...seeded('personSeeded', detail), text: { name } });
}

const seeded = (kind: string, detail: Record<string, unknown>) => ({
  kind,
  actId: 'seed',
  at: seededAt,
  by: null,
  organisationId: null,
  detail,
  relay: false,
});
