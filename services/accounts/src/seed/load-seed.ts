import type { DataSource, EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '@dengke/contract';
import { inTransaction, Ledger, RelayBell, SecurityClock } from '@dengke/service-kit';
import type { PersonalData } from '@dengke/service-kit';
import { Credential } from '../credentials/credential.entity';
import { isStructural, lintGraphs } from '../organisations/graph-lint';
import { Organisation } from '../organisations/organisation.entity';
import { Unit } from '../organisations/unit.entity';
import { sealedContact } from '../people/contact';
import { Person } from '../people/person.entity';
import { PositionRow } from '../people/position.entity';
import { refuseFaults } from '../routes/graph-check';
import { graphsIn } from '../routes/graphs';
import { ReviewRouteRow } from '../routes/route.entity';
import { RouteLegRow } from '../routes/route-leg.entity';
import { enrolledApp } from '../second-factor/enrolled';
import { TotpSecret } from '../second-factor/totp-secret.entity';
import { PasswordHashing } from '../sign-in/password-hashing';
import type { Seed, SeededOrganisation, SeededPerson, SeededRoute, SeededUnit } from './seed-files';

/** When registration went online (S2), Asia/Shanghai: the business instant of all that was there from the beginning. */
export const seededAt: Instant = '2023-07-31T16:00:00.000Z';

/**
 * Adds what is not there yet, and changes nothing that is; all of it or nothing.
 * @throws Error when the graphs would be broken
 */
export async function loadSeed(database: DataSource, seed: Seed, personal: PersonalData): Promise<void> {
  const ledger = new Ledger(database, new RelayBell());
  const passwordHash = await demonstrationHash(database, seed);
  await inTransaction(database, async (manager) => {
    const added = await addOrganisations(manager, ledger, seed);
    for (const route of await missing(manager, ReviewRouteRow, seed.routes)) {
      await addRoute(manager, route);
    }
    await addPeople(manager, ledger, seed, { passwordHash, personal });
    const isOurs = (organisationId: string): boolean => seed.people.length > 0 && added.has(organisationId);
    // A desk without people is a fault of what the seed brings now; elsewhere somebody has left, or a unit is new.
    refuseFaults(lintGraphs(await graphsIn(manager)).filter((fault) => isStructural(fault) || isOurs(fault.organisationId)));
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

type NewNode = SeededOrganisation & { unit?: SeededUnit };

/** @returns the ids of those that were not there */
async function addOrganisations(manager: EntityManager, ledger: Ledger, { organisations, units }: Seed): Promise<ReadonlySet<string>> {
  const nodes: NewNode[] = [
    ...organisations,
    ...units.map((unit) => ({ ...unit, kind: 'unit' as const, level: 4, organiserKind: null, unit })),
  ];
  const pathTo = pathsOf(nodes);
  const absent = await missing(manager, Organisation, nodes);
  const rows = absent.map((node) => organisationRow(node, pathTo(node.id))).sort((one, other) => one.path.length - other.path.length);
  await insertAll(manager, Organisation, rows);
  await insertAll(
    manager,
    Unit,
    absent.flatMap(({ unit }) => (unit === undefined ? [] : [unitRow(unit)])),
  );
  for (const { id, noticeParent: noticeParentId } of absent) {
    await manager.query('update organisation set noticeParentId = ? where id = ?', [noticeParentId, id]);
  }
  for (const { id, kind, path, areaCode, credentialParentId } of rows) {
    const detail = { kind, path, areaCode, credentialParentId, version: 1 };
    await ledger.record(manager, `organisation/${id}`, seeded('organisationSeeded', detail));
  }
  return new Set(absent.map(({ id }) => id));
}

const insertAll = async <T extends object>(
  manager: EntityManager,
  entity: new () => T,
  rows: QueryDeepPartialEntity<T>[],
): Promise<void> => {
  if (rows.length > 0) {
    await manager.insert(entity, rows);
  }
};

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

/** Without the notice parent, which may be a node that comes later. */
function organisationRow({ id, name, kind, level, areaCode, organiserKind, contact, credentialParent }: NewNode, path: string) {
  const { office: contactOffice, phone: contactPhone } = contact;
  return { id, name, kind, level, areaCode, path, organiserKind, credentialParentId: credentialParent, contactOffice, contactPhone };
}

function unitRow({ id: organisationId, uscc, kind: unitKind, organiserId, field, doors, ownOrganiser, singlePerson }: SeededUnit) {
  return { organisationId, uscc, unitKind, organiserId, field, doors, ownOrganiser: ownOrganiser !== null, singlePerson };
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

/** Demonstration people: signed in before, as it were, so the password is changed already, and the authenticator app of who manages is enrolled. */
async function addPeople(
  manager: EntityManager,
  ledger: Ledger,
  seed: Seed,
  { passwordHash, personal }: { passwordHash: string; personal: PersonalData },
): Promise<void> {
  const people = await missing(manager, Person, seed.people);
  const positions = people.flatMap(positionRows);
  await insertAll(
    manager,
    Person,
    people.map(({ id, name, mobile, mail }) => ({ id, name, ...sealedContact(personal, id, { mobile, mail }) })),
  );
  await insertAll(manager, PositionRow, positions);
  await insertAll(
    manager,
    Credential,
    people.map((person) => credentialRow(person, passwordHash)),
  );
  await addApps(manager, seed, personal);
  for (const { id: positionId, personId, organisationId, role } of positions) {
    const detail = { personId, positionId, organisationId, role };
    const text = { name: people.find(({ id }) => id === personId)?.name };
    await ledger.record(manager, `organisation/${organisationId}`, {
      ...seeded('positionSeeded', detail),
      actId: `seed/${positionId}`,
      text,
    });
  }
}

/** Also for people of a seed that knew of no second factor yet: who manages could do nothing without. */
async function addApps(manager: EntityManager, { people }: Seed, personal: PersonalData): Promise<void> {
  const enrolled = new Set((await manager.find(TotpSecret, { select: { personId: true } })).map(({ personId }) => personId));
  const without = people.filter(({ id }) => !enrolled.has(id));
  await insertAll(
    manager,
    TotpSecret,
    without.flatMap((person) => totpRows(person, personal)),
  );
}

const positionRows = ({ id: personId, positions }: SeededPerson) =>
  positions.map(({ organisationId, role }) => ({ id: uuidv7(), personId, organisationId, role, grantedAt: seededAt, endedAt: null }));

const credentialRow = ({ id: personId, login }: SeededPerson, passwordHash: string) => ({
  ...{
    id: uuidv7(),
    login,
    personId,
    passwordHash,
    passwordSetAt: new SecurityClock().now(),
    mustChange: false,
    firstPasswordExpiresAt: null,
  },
  ...{ issuedBy: null, issuedAt: seededAt, onApplication: null, disabled: false },
});

const totpRows = ({ id: personId, totpSecret }: SeededPerson, personal: PersonalData) =>
  totpSecret === undefined ? [] : [enrolledApp(personal, personId, totpSecret, new SecurityClock().now())];

const seeded = (kind: string, detail: Record<string, unknown>) => ({
  kind,
  actId: 'seed',
  at: seededAt,
  by: null,
  organisationId: null,
  detail,
  relay: false,
});
