import { Injectable } from '@nestjs/common';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError } from '@dengke/service-kit';
import type { Delivery, DeliveryDto } from '../first-passwords/delivery';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import { PeopleService } from '../people/people.service';
import type { HeldPosition } from '../people/people.service';
import type { IssueCredentialDto, IssuedCredentialDto, RecoverCredentialDto } from './credentials.dto';
import { IssuingService } from './issuing.service';
import { mayIssue } from './issuing-rules';

/** Issuing a login on a person's word, e.g. a telephone call (S26): the act and its judgement. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly issuing: IssuingService,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, SUPER_ADMIN_EXISTS, LOGIN_TAKEN, ACT_NOT_PERMITTED, INVALID_INPUT */
  async issue(me: Caller, key: string, dto: IssueCredentialDto): Promise<IssuedCredentialDto> {
    const organisation = await this.requireIssuer(me, dto);
    const at = this.clock.now();
    const act = { personId: me.personId, key, body: { act: 'issueCredential', ...dto }, at };
    return this.issuing.answering(act, dto.delivery, async (manager, passwordHash) => {
      const { role, login, onApplication = null, delivery } = dto;
      const how = { me, actId: actIdOf(me.personId, key), organisation, role, login, onApplication, passwordHash, delivery, at };
      const issued = await this.issuing.issue(manager, { ...how, person: personOf(dto) });
      const { personId, positionId, firstPasswordExpiresAt } = issued;
      return { personId, positionId, login: issued.login, firstPasswordExpiresAt };
    });
  }

  /**
   * Another first password for somebody who never changed the first one, by whoever may issue all that they hold (P6, P8).
   * @throws DomainError NOT_FOUND outside one's part of the graphs, NOT_ALLOWED, ACT_NOT_PERMITTED once it was changed
   */
  renew(me: Caller, key: string, personId: string, { delivery }: DeliveryDto): Promise<IssuedCredentialDto> {
    return this.letInAnew(me, key, personId, { act: 'renewFirstPassword', reason: null, delivery });
  }

  /**
   * The same for somebody who has lost a password of his own, with the reason in the record (S56). Nobody recovers his own, since no
   * position issues itself.
   * @throws DomainError NOT_FOUND outside one's part of the graphs, NOT_ALLOWED, ACT_NOT_PERMITTED for a disabled login
   */
  recover(me: Caller, key: string, personId: string, { reason, delivery }: RecoverCredentialDto): Promise<IssuedCredentialDto> {
    return this.letInAnew(me, key, personId, { act: 'recoverCredential', reason, delivery });
  }

  private async letInAnew(
    me: Caller,
    key: string,
    personId: string,
    how: { act: string; reason: string | null; delivery: Delivery | undefined },
  ): Promise<IssuedCredentialDto> {
    const { id: positionId, organisationId, organisationKind: kind } = await this.requireIssuerOf(me, personId);
    const at = this.clock.now();
    const act = { personId: me.personId, key, body: { ...how, personId }, at };
    return this.issuing.answering(act, how.delivery, async (manager, passwordHash) => {
      const organisation = { id: organisationId, kind };
      const { reason, delivery } = how;
      const renewal = { me, actId: actIdOf(me.personId, key), organisation, personId, passwordHash, delivery, at, reason };
      const { login, firstPasswordExpiresAt } = await this.issuing.renew(manager, renewal);
      return { personId, positionId, login, firstPasswordExpiresAt };
    });
  }

  /** The first of the person's positions, all of which the caller may issue: a password opens every one of them. */
  private async requireIssuerOf(me: Caller, personId: string): Promise<HeldPosition> {
    if (!(await this.organisations.knows(me, personId))) {
      throw new DomainError('NOT_FOUND');
    }
    const positions = await this.people.positionsOf(personId);
    const organisations = await Promise.all(positions.map(({ organisationId }) => this.organisations.found(me, organisationId)));
    const [first] = positions;
    const isTheirs = ({ role }: HeldPosition, at: number): boolean => {
      const organisation = organisations[at] ?? null;
      return organisation !== null && mayIssue(me.position, organisation, role);
    };
    if (first === undefined || !positions.every(isTheirs)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return first;
  }

  private async requireIssuer(me: Caller, { organisationId, role }: IssueCredentialDto): Promise<FoundOrganisation> {
    const organisation = await this.organisations.within(me, organisationId);
    if (!mayIssue(me.position, organisation, role)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return organisation;
  }
}

function personOf({ personId, person }: IssueCredentialDto): Parameters<IssuingService['issue']>[1]['person'] {
  const { name = '', mobile = null, mail = null } = person ?? {};
  return personId === undefined ? { name, mobile, mail } : { id: personId };
}
