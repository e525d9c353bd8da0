import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Instant, Role } from '@dengke/contract';
import { DomainError, FeedFollowers, Log } from '@dengke/service-kit';
import { deskOf } from './desks';
import { Organisation } from './organisation.entity';
import { RecipientPosition } from './recipient-position.entity';
import { Recipient } from './recipient.entity';

/** Who is to be told, by the replica; each question runs in the transaction of the telling. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly followers: FeedFollowers,
    private readonly log: Log,
  ) {}

  /** The people at each of these desks. @throws DomainError UNAVAILABLE while accounts may still name the people of an empty one */
  async atDesks(manager: EntityManager, organisationIds: readonly string[], at: Instant): Promise<Map<string, string[]>> {
    const wanted = [...new Set(organisationIds)];
    const read = async (): Promise<Map<string, string[]>> => {
      const positions = wanted.length === 0 ? [] : await this.positionsIn(manager, wanted, at);
      return new Map(wanted.map((id) => [id, deskOf(positions.filter(({ organisationId }) => organisationId === id))]));
    };
    return this.surely(read, (desks) => [...desks].filter(([, people]) => people.length === 0).map(([id]) => id));
  }

  /** The super administrators of these organisations; a unit and a bureau of last rank have none (S4, S57). */
  async superAdminsOf(manager: EntityManager, organisationIds: readonly string[], at: Instant): Promise<Map<string, string[]>> {
    const wanted = [...new Set(organisationIds)];
    const positions = wanted.length === 0 ? [] : await this.positionsIn(manager, wanted, at);
    const of = (id: string) => positions.filter(({ organisationId, role }) => organisationId === id && role === 'superAdmin');
    return new Map(wanted.map((id) => [id, [...new Set(of(id).map(({ personId }) => personId))]]));
  }

  /** Everybody with one of these roles in an organisation; there may be nobody. */
  async withRoles(manager: EntityManager, organisationId: string, roles: readonly Role[], at: Instant): Promise<string[]> {
    const read = (): Promise<RecipientPosition[]> => this.positionsIn(manager, [organisationId], at);
    const positions = await this.surely(read, ({ length }) => (length === 0 ? [organisationId] : []));
    return [...new Set(positions.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId))];
  }

  /** Who looks after the login of somebody: the administrators of his organisations, himself not among them. */
  async administratorsOf(manager: EntityManager, personId: string, at: Instant): Promise<string[]> {
    const own = await manager.findBy(RecipientPosition, { personId });
    const there =
      own.length === 0 ? [] : await this.positionsIn(manager, [...new Set(own.map(({ organisationId }) => organisationId))], at);
    const administrators = there.filter(
      ({ organisationKind, role }) => role === (organisationKind === 'unit' ? 'unitAdmin' : 'superAdmin'),
    );
    return [...new Set(administrators.map((administrator) => administrator.personId))].filter((id) => id !== personId);
  }

  /** The person, known to the replica. @throws DomainError UNAVAILABLE while accounts may still tell us of him */
  async known(manager: EntityManager, personId: string): Promise<string> {
    await this.surely(
      () => manager.existsBy(Recipient, { personId }),
      (exists) => (exists ? [] : [personId]),
    );
    return personId;
  }

  async namesOf(manager: EntityManager, organisationIds: readonly (string | null)[]): Promise<Map<string, string>> {
    const wanted = organisationIds.filter((id) => id !== null);
    const found = wanted.length === 0 ? [] : await manager.findBy(Organisation, { id: In(wanted) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Living then: a deputy's time ends by itself. */
  private positionsIn(manager: EntityManager, organisationIds: readonly string[], at: Instant): Promise<RecipientPosition[]> {
    const there = { organisationId: In([...organisationIds]) };
    const living = [
      { ...there, endsAt: IsNull() },
      { ...there, endsAt: MoreThan(at) },
    ];
    return manager.find(RecipientPosition, { where: living, order: { personId: 'ASC' } });
  }

  /**
   * Two feeds have no common order: what is missing here may stand unread in that of accounts, and nobody must go untold for that. Once
   * that feed is read to its end what is missing is read again, since it may have come between the first look and the end.
   */
  private async surely<T>(read: () => Promise<T>, missingFrom: (found: T) => readonly string[]): Promise<T> {
    const found = await read();
    if (missingFrom(found).length === 0) {
      return found;
    }
    const { accounts = 0 } = await this.followers.unread();
    if (accounts > 0) {
      throw new DomainError('UNAVAILABLE');
    }
    const again = await read();
    const missing = missingFrom(again);
    if (missing.length > 0) {
      this.log.warn('nobody is there to be told', { missing });
    }
    return again;
  }
}
