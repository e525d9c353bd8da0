import { Injectable } from '@nestjs/common';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import type { IssueCredentialDto, IssuedCredentialDto } from './credentials.dto';
import { IssuingService } from './issuing.service';
import { mayIssue } from './issuing-rules';

/** Issuing a login on a person's word, e.g. a telephone call (S26): the act and its judgement. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly issuing: IssuingService,
    private readonly organisations: OrganisationsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, SUPER_ADMIN_EXISTS, LOGIN_TAKEN, ACT_NOT_PERMITTED, INVALID_INPUT */
  async issue(me: Caller, key: string, dto: IssueCredentialDto): Promise<IssuedCredentialDto> {
    const organisation = await this.requireIssuer(me, dto);
    const at = this.clock.now();
    const act = { personId: me.personId, key, body: { act: 'issueCredential', ...dto }, at };
    return this.issuing.answering(act, async (manager, passwordHash) => {
      const { role, login, onApplication = null } = dto;
      const how = { me, actId: actIdOf(me.personId, key), organisation, role, login, onApplication, passwordHash, at };
      const issued = await this.issuing.issue(manager, { ...how, person: personOf(dto) });
      const { personId, positionId, firstPasswordExpiresAt } = issued;
      return { personId, positionId, login: issued.login, firstPasswordExpiresAt };
    });
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
