import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Instant, Position, Role } from '@dengke/contract';
import { BusinessClock, DomainError, faultFields, Log, PersonalData, toDatabase, toInstant } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import { maskedContact, openedContact } from './contact';
import type { Contact } from './contact';
import type { ColleagueDto, MobileForServicesDto, PersonForServicesDto } from './people.dto';
import { Person } from './person.entity';
import { changedRights, withRights } from './position-rights';

/** One living position; a deputy's with whom it stands in for, and its end. */
export interface HeldPosition extends Omit<Position, 'deputyFor'> {
  organisationName: string;
  deputyFor: string | null;
  endsAt: Instant | null;
}

type PositionLine = Omit<HeldPosition, 'endsAt' | 'rights'> & { endedAt: Date | null; changedRights: string | null };

interface ColleagueRow extends Contact {
  personId: string;
  name: string;
  positionId: string;
  role: Role;
  deputyFor: string | null;
  endsAt: Date | null;
}

/** People and the positions they hold now. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
    private readonly log: Log,
  ) {}

  /** The living positions, the one to start from first. */
  async positionsOf(personId: string, manager: EntityManager = this.database.manager): Promise<HeldPosition[]> {
    const rows = await manager.query<PositionLine[]>(
      `select p.id, p.organisationId, o.name as organisationName, o.kind as organisationKind, p.role, p.endedAt, d.personId as deputyFor,
              ${changedRights}
         from held_position p join organisation o on o.id = p.organisationId left join held_position d on d.id = p.deputyOf
        where p.personId = ? and (p.endedAt is null or (p.deputyOf is not null and d.endedAt is null))
        order by p.deputyOf is not null, p.grantedAt, p.id`,
      [personId],
    );
    return this.living(rows);
  }

  /** Deputyships end by business time; the clock is asked only where there are any. */
  private async living(rows: readonly PositionLine[]): Promise<HeldPosition[]> {
    const now = rows.some(({ endedAt }) => endedAt !== null) ? await this.clock.read() : '';
    return rows
      .map(({ endedAt, changedRights: changed, ...row }) => withRights({ ...row, endsAt: endedAt && toInstant(endedAt) }, changed))
      .filter(({ endsAt }) => endsAt === null || endsAt > now);
  }

  async named(personId: string): Promise<{ id: string; name: string }> {
    const { id, name } = await this.person(personId);
    return { id, name };
  }

  async loginOf(personId: string): Promise<string> {
    const [row] = await this.database.query<{ login: string }[]>('select login from credential where personId = ?', [personId]);
    if (row === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    return row.login;
  }

  /**
   * Who holds positions in the caller's own organisation or one below it, with masked contacts.
   * @throws DomainError NOT_FOUND, also for what exists elsewhere or above
   */
  async colleagues(me: Caller, organisationId: string): Promise<ColleagueDto[]> {
    await this.organisations.within(me, organisationId);
    const rows = await this.database.query<ColleagueRow[]>(
      `select p.personId, e.name, e.mobile, e.mail, p.id as positionId, p.role, d.personId as deputyFor, p.endedAt as endsAt
         from held_position p join person e on e.id = p.personId left join held_position d on d.id = p.deputyOf
        where p.organisationId = ? and (p.endedAt is null or (p.endedAt > ? and d.endedAt is null))
        order by e.name, p.id limit 500`,
      [organisationId, toDatabase(await this.clock.read())],
    );
    return rows.map(({ endsAt, ...row }) => ({
      ...row,
      ...maskedContact(openedContact(this.personal, row.personId, row)),
      endsAt: endsAt && toInstant(endsAt),
    }));
  }

  /** With the mail, for the services of the house alone. @throws DomainError NOT_FOUND */
  async forServices(personId: string): Promise<PersonForServicesDto> {
    const [person, positions] = await Promise.all([this.person(personId), this.positionsOf(personId)]);
    return { id: person.id, name: person.name, mail: this.readableMail(person), positions };
  }

  /** For one SMS. @throws DomainError NOT_FOUND */
  async mobileForServices(personId: string): Promise<MobileForServicesDto> {
    const { id, mobile } = await this.person(personId);
    return { mobile: this.personal.open('person.mobile', id, mobile) };
  }

  /** One damaged address is nobody’s reason to wait: who follows our feed would ask for it for ever. */
  private readableMail({ id, mail }: Person): string | null {
    try {
      return this.personal.open('person.mail', id, mail);
    } catch (error) {
      this.log.error('a mail address cannot be opened; nothing is mailed to this person', { personId: id, ...faultFields(error) });
      return null;
    }
  }

  private async person(personId: string): Promise<Person> {
    const person = await this.database.manager.findOneBy(Person, { id: personId });
    if (person === null) {
      throw new DomainError('NOT_FOUND');
    }
    return person;
  }
}
