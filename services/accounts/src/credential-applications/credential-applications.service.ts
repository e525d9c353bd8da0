import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { hasRightCheckCharacter } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { DomainError, Ledger, PersonalData } from '@dengke/service-kit';
import { credentialApplications } from '../applications/application-kinds';
import { actsOf, waitingOf } from '../applications/application-views';
import { DesksService, isDecider } from '../applications/desks.service';
import { OrganisationsService } from '../organisations/organisations.service';
import { maskedContact } from '../people/contact';
import { openedApplicant } from './applicant-contact';
import { CredentialApplication } from './credential-application.entity';
import type { CredentialApplicationDto, CredentialApplicationPageDto } from './credential-applications.dto';
import { similarTo } from './similar';

/** Applications for a login as the desks see them: those at one's own desk and at the desks below it. */
@Injectable()
export class CredentialApplicationsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly desks: DesksService,
    private readonly organisations: OrganisationsService,
    private readonly personal: PersonalData,
  ) {}

  /** Those that are not over, the oldest first. */
  async list(me: Caller, after = ''): Promise<CredentialApplicationDto[]> {
    const ids = await this.desks.openIn(await this.organisations.scopeOf(me), 'credential_application', after);
    const rows = await this.database.manager.find(CredentialApplication, { where: { id: In(ids) }, order: { id: 'ASC' } });
    return rows.map((row) => ({ ...waitingOf(row), ...appliedFor(row), mobile: this.masked(row).mobile }));
  }

  /** @throws DomainError NOT_FOUND outside one's part of the graphs */
  async page(me: Caller, id: string): Promise<CredentialApplicationPageDto> {
    const row = await this.row(id);
    const mayDecide = isDecider(me, await this.desks.seenBy(me, row.deskId));
    const scope = await this.organisations.scopeOf(me);
    return {
      ...waitingOf(row),
      ...appliedFor(row),
      ...this.masked(row),
      checkCharacterDoubtful: !hasRightCheckCharacter(row.uscc),
      mayDecide,
      due: row.due,
      timeline: actsOf(await this.ledger.timeline(credentialApplications.subjectOf(id)), row),
      similar: await similarTo(this.database.manager, this.personal, row, scope),
    };
  }

  private async row(id: string): Promise<CredentialApplication> {
    const row = await this.database.manager.findOneBy(CredentialApplication, { id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    return row;
  }

  private masked(row: CredentialApplication) {
    return maskedContact(openedApplicant(this.personal, row));
  }
}

const appliedFor = ({ name, role, uscc, unitName, areaCode, field, unitId }: CredentialApplication) => ({
  name,
  role,
  uscc,
  unitName,
  areaCode,
  field,
  unitId,
});
