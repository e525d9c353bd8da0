import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Caller, Door } from '@dengke/contract';
import { BusinessClock, DomainError, managerOf, toDatabase } from '@dengke/service-kit';
import { Organisation } from './organisation.entity';
import type { OrganisationDto, OrganisationForServicesDto, OrganisationsQueryDto, UnitDetailsDto, UnitDto } from './organisations.dto';
import { literally, scopeAround, scopeBelow } from './scope';
import type { Scope } from './scope';

const pageSize = 100;
const columns =
  'o.id, o.name, o.kind, o.level, o.areaCode, o.path, o.credentialParentId, o.noticeParentId, o.organiserKind, o.contactOffice, o.contactPhone, o.version';
const unitColumns = 'u.uscc, u.unitKind, u.organiserId, u.field, u.doors, u.ownOrganiser, u.singlePerson';

/** A closed one is there for history alone. */
const open: Scope = { sql: 'o.closedAt is null', parameters: [] };

interface UnitRow {
  uscc: string | null;
  unitKind: string;
  organiserId: string;
  field: string | null;
  doors: string;
  ownOrganiser: number;
  singlePerson: number;
}
export type FoundOrganisation = OrganisationDto & { unit: UnitDetailsDto | null };

/** Organisations and units, to each as much of the graphs as its position shows; what lies outside looks as if it did not exist. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  async list(me: Caller, query: OrganisationsQueryDto): Promise<OrganisationDto[]> {
    const scope = scopeAround(await this.centreOf(me));
    const filters: Scope[] = [
      scope,
      open,
      ...(query.kind === undefined ? [] : [{ sql: 'o.kind = ?', parameters: [query.kind] }]),
      ...(query.parent === undefined ? [] : [{ sql: 'o.credentialParentId = ?', parameters: [query.parent] }]),
      ...(query.ids === undefined ? [] : [{ sql: 'o.id in (?)', parameters: [query.ids] }]),
      ...(query.search === undefined ? [] : [called(query.search)]),
      ...(query.after === undefined ? [] : [{ sql: 'o.id > ?', parameters: [query.after] }]),
    ];
    // Each filter is a text of this file with its parameters apart.
    return managerOf(this.database).query<OrganisationDto[]>(
      // nosemgrep: sql-from-what-was-given
      `select ${columns} from organisation o left join unit u on u.organisationId = o.id
        where ${filters.map(({ sql }) => sql).join(' and ')} order by o.id limit ?`,
      [...filters.flatMap(({ parameters }) => parameters), query.limit ?? pageSize],
    );
  }

  /** @throws DomainError NOT_FOUND, also for what exists elsewhere */
  async unit(me: Caller, id: string): Promise<UnitDto> {
    const { unit, ...organisation } = await this.within(me, id);
    return { ...organisation, ...found(unit) };
  }

  /** The caller's own organisation or one below it. @throws DomainError NOT_FOUND, also for what exists elsewhere or above */
  async within(me: Caller, id: string): Promise<FoundOrganisation> {
    return found(await this.found(me, id));
  }

  /** The same, also of what has closed: its history is still there. @throws DomainError NOT_FOUND */
  async everWithin(me: Caller, id: string): Promise<FoundOrganisation> {
    return found(await this.find(id, await this.scopeOf(me)));
  }

  /** As `within`, or null for what exists elsewhere, above or nowhere. */
  async found(me: Caller, id: string): Promise<FoundOrganisation | null> {
    return this.find(id, await this.scopeOf(me), open);
  }

  /** Whether somebody holds a position in the caller's own organisation or below it, or held one there last. */
  async knows(me: Caller, personId: string): Promise<boolean> {
    return (await this.knownIn(me, personId)) !== null;
  }

  /**
   * In which organisation, the caller's own or one below it, somebody holds a position, or held one last; null for none. Whoever has gone to
   * another part of the graphs is that one's, and was a deputy here only until the last day.
   */
  async knownIn(me: Caller, personId: string): Promise<string | null> {
    const scope = await this.scopeOf(me);
    const [row] = await managerOf(this.database).query<{ id: string }[]>(
      `select o.id from held_position p join organisation o on o.id = p.organisationId left join unit u on u.organisationId = o.id
        where p.personId = ? and (p.endedAt is null or p.endedAt > ? or (p.deputyOf is null and not exists (
                select 1 from held_position n
                 where n.personId = p.personId and n.deputyOf is null and (n.endedAt is null or n.endedAt > p.endedAt))))
          and ${scope.sql} order by p.endedAt is not null, p.grantedAt, p.id limit 1`,
      [personId, toDatabase(await this.clock.read()), ...scope.parameters],
    );
    return row?.id ?? null;
  }

  /** @throws DomainError NOT_FOUND */
  async forServices(id: string): Promise<OrganisationForServicesDto> {
    const organisation = found(await this.find(id));
    const { closedAt, successorId } = await managerOf(this.database).findOneByOrFail(Organisation, { id });
    return { ...organisation, closed: closedAt !== null, successorId };
  }

  /** The municipal bureaus of an organiser's node, by area (S4). */
  municipalsOf(organiserId: string): Promise<Organisation[]> {
    return managerOf(this.database).findBy(Organisation, { kind: 'municipal', credentialParentId: organiserId, closedAt: IsNull() });
  }

  /** The caller's own organisation and all below it, as a condition over `organisation o left join unit u`. */
  async scopeOf(me: Caller): Promise<Scope> {
    return scopeBelow(await this.centreOf(me));
  }

  private async centreOf(me: Caller): Promise<Organisation> {
    return found(await managerOf(this.database).findOneBy(Organisation, { id: me.position.organisationId }));
  }

  private async find(id: string, ...scopes: Scope[]): Promise<FoundOrganisation | null> {
    const conditions = [{ sql: 'o.id = ?', parameters: [id] }, ...scopes];
    const [row] = await managerOf(this.database).query<(OrganisationDto & UnitRow)[]>(
      `select ${columns}, ${unitColumns} from organisation o left join unit u on u.organisationId = o.id
        where ${conditions.map(({ sql }) => sql).join(' and ')}`,
      conditions.flatMap(({ parameters }) => parameters),
    );
    return row === undefined ? null : foundOrganisation(row);
  }
}

/** Codes are stored in letters of their own, to which no others can be compared. */
function called(words: string): Scope {
  const part = `%${literally(words.trim())}%`;
  const byName = { sql: 'o.name like ?', parameters: [part] };
  return /^[\x20-\x7e]*$/.test(words) ? { sql: '(o.name like ? or u.uscc like ?)', parameters: [part, part] } : byName;
}

function foundOrganisation(row: OrganisationDto & UnitRow): FoundOrganisation {
  const { uscc, unitKind, organiserId, field, doors, ownOrganiser, singlePerson, ...organisation } = row;
  if (uscc === null) {
    return { ...organisation, unit: null };
  }
  const flags = { ownOrganiser: ownOrganiser === 1, singlePerson: singlePerson === 1 };
  return { ...organisation, unit: { uscc, unitKind, organiserId, field, doors: doors.split(',') as Door[], ...flags } };
}

function found<T>(value: T | null): T {
  if (value === null) {
    throw new DomainError('NOT_FOUND');
  }
  return value;
}
