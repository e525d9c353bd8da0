import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { effectiveRightsOf, rolesIn } from '@dengke/contract';
import type { Caller, Instant } from '@dengke/contract';
import { BusinessClock, DomainError, PersonalData } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import { maskedContact, openedContact } from '../people/contact';
import { PeopleService } from '../people/people.service';
import type { HeldPosition } from '../people/people.service';
import { Person } from '../people/person.entity';
import { isEnrolled } from '../second-factor/enrolled';
import { Credential } from './credential.entity';
import type { HeldLoginDto, HolderDto, HolderPositionDto, IssuableRolesDto, LoginState } from './holders.dto';
import { mayIssue } from './issuing-rules';

/** A person of the caller’s part of the graphs as those see them who administer logins. */
@Injectable()
export class HoldersService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, also for somebody who exists elsewhere or above */
  async holder(me: Caller, personId: string): Promise<HolderDto> {
    if (!(await this.organisations.knows(me, personId))) {
      throw new DomainError('NOT_FOUND');
    }
    const [person, held] = await Promise.all([
      this.database.manager.findOneByOrFail(Person, { id: personId }),
      this.people.positionsOf(personId),
    ]);
    const positions = await Promise.all(held.map((position) => this.seen(me, position)));
    const here = positions.filter((position) => position !== null);
    return {
      ...{ personId, name: person.name, ...maskedContact(openedContact(this.personal, personId, person)) },
      login: seesLogins(me) ? await this.loginOf(personId) : null,
      recoverable: held.length > 0 && here.length === held.length && here.every(({ issuable }) => issuable),
      positions: here,
    };
  }

  /** @throws DomainError NOT_FOUND, also for what exists elsewhere or above */
  async rolesIn(me: Caller, organisationId: string): Promise<IssuableRolesDto> {
    const organisation = await this.organisations.within(me, organisationId);
    return { roles: rolesIn[organisation.kind].filter((role) => mayIssue(me.position, organisation, role)) };
  }

  /** Null for one that lies elsewhere or above. */
  private async seen(me: Caller, position: HeldPosition): Promise<HolderPositionDto | null> {
    const organisation = await this.organisations.found(me, position.organisationId);
    if (organisation === null) {
      return null;
    }
    const { id, organisationId, organisationName, organisationKind, role, deputyFor, endsAt } = position;
    const issuable = mayIssue(me.position, organisation, role);
    return { id, organisationId, organisationName, organisationKind, role, deputyFor, endsAt, issuable };
  }

  private async loginOf(personId: string): Promise<HeldLoginDto | null> {
    const credential = await this.database.manager.findOneBy(Credential, { personId });
    if (credential === null) {
      return null;
    }
    const { login, firstPasswordExpiresAt, lastUsedAt } = credential;
    const state = stateOf(credential, await this.clock.read());
    return { login, state, firstPasswordExpiresAt, lastUsedAt, hasSecondFactor: await isEnrolled(this.database.manager, personId) };
  }
}

const seesLogins = ({ position }: Caller): boolean => {
  const rights = effectiveRightsOf(position);
  return rights.has('credential.issue') || rights.has('credential.secure');
};

function stateOf({ disabled, revokedAt, mustChange, firstPasswordExpiresAt }: Credential, now: Instant): LoginState {
  if (disabled || revokedAt !== null) {
    return disabled ? 'disabled' : 'revoked';
  }
  if (!mustChange) {
    return 'active';
  }
  return firstPasswordExpiresAt !== null && firstPasswordExpiresAt <= now ? 'first-password-expired' : 'first-password';
}
