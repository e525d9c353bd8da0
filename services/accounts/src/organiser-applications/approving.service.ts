import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { normalisedName, organiserKinds } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, isDuplicate, Ledger, once, PersonalData } from '@dengke/service-kit';
import { ApplicationActsService } from '../applications/application-acts.service';
import type { ApplicationCommand, ApplicationHandler } from '../applications/application-acts.service';
import { progressOf } from '../applications/application-facts';
import type { ApplicationProgress } from '../applications/application-facts';
import { organiserApplications } from '../applications/application-kinds';
import { noLimit } from '../applications/application-standing';
import { DesksService } from '../applications/desks.service';
import { IssuingService } from '../credentials/issuing.service';
import type { Issued } from '../credentials/issuing.service';
import { mayIssue } from '../credentials/issuing-rules';
import { addOrganisation } from '../organisations/new-organisations';
import { Organisation } from '../organisations/organisation.entity';
import { OrganiserApplication } from './organiser-application.entity';
import { openedContacts } from './organiser-contacts';
import type { OrganiserContacts } from './organiser-contacts';
import type { ApproveDto, ApprovedDto } from './organiser-applications.dto';

/** What the department does with an application to be an organiser (S60): open, approve, refuse. */
@Injectable()
export class ApprovingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ApplicationActsService,
    private readonly desks: DesksService,
    private readonly issuing: IssuingService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** From now on the applicant withdraws it no more (P25). @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED */
  open(me: Caller, key: string, id: string): Promise<ApplicationProgress> {
    const at = this.clock.now();
    return this.byPerson(
      me,
      key,
      { act: 'open', id },
      {
        admit: (row) => this.requireDesk(me, row),
        change: ({ openedAt }) => (openedAt === null ? { set: { openedAt: at } } : null),
      },
    );
  }

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED, REASON_MISSING */
  refuse(me: Caller, key: string, id: string, reason: string): Promise<ApplicationProgress> {
    return this.byPerson(
      me,
      key,
      { act: 'refuse', id, reason },
      {
        admit: async ({ deskId }) => void (await this.desks.requireDecider(me, deskId)),
        change: () => ({ set: noLimit }),
      },
    );
  }

  /**
   * The form's people with mobiles and mails whole, for those who have to reach them. Recorded with the reason.
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED once it is over
   */
  async unmask(me: Caller, key: string, id: string, reason: string): Promise<OrganiserContacts> {
    const admit = async ({ deskId }: OrganiserApplication) => void (await this.desks.requireOverseer(me, deskId));
    await this.byPerson(me, key, { act: 'unmask', id, reason }, { admit, change: () => ({}) });
    const row = await this.database.manager.findOneByOrFail(OrganiserApplication, { id });
    await admit(row);
    return openedContacts(this.personal, row);
  }

  /**
   * The organiser's node and its one super administrator come into being together (S56, S57, S60); the first password is in this one answer (P8).
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED, ORGANISER_EXISTS, LOGIN_TAKEN
   */
  approve(me: Caller, key: string, id: string, dto: ApproveDto): Promise<ApprovedDto> {
    const at = this.clock.now();
    const act = { personId: me.personId, key, body: { act: 'approve', id, ...dto }, at };
    const command = { act: 'approve', id, by: me, at, actId: actIdOf(me.personId, key) };
    return this.issuing
      .answering(act, dto.delivery, (manager, passwordHash) => this.writeApproval(manager, me, command, dto, passwordHash))
      .catch(refusedByIndex);
  }

  private byPerson(
    me: Caller,
    key: string,
    body: { act: string; id: string; reason?: string },
    handler: ApplicationHandler<OrganiserApplication>,
  ): Promise<ApplicationProgress> {
    const at = this.clock.now();
    const command: ApplicationCommand = { ...body, by: me, at, actId: actIdOf(me.personId, key) };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body, at }, async () =>
        progressOf(await this.acts.perform(manager, organiserApplications, command, handler)),
      ),
    );
  }

  private async writeApproval(
    manager: EntityManager,
    me: Caller,
    command: ApplicationCommand,
    dto: ApproveDto,
    passwordHash: string,
  ): Promise<ApprovedDto> {
    let issued: Issued | undefined;
    const after = await this.acts.perform(manager, organiserApplications, command, {
      admit: (row) => this.requireIssuer(me, row),
      change: async (row) => {
        await requireNewName(manager, row);
        const organisationId = await this.addOrganiser(manager, me, command, row, dto);
        const { actId, at } = command;
        const organisation = { id: organisationId, kind: 'organiser' as const };
        const how = { me, actId, organisation, role: 'superAdmin' as const, login: dto.login, passwordHash, delivery: dto.delivery, at };
        const onApplication = organiserApplications.subjectOf(row.id);
        issued = await this.issuing.issue(manager, { ...how, person: openedContacts(this.personal, row)[dto.superAdmin], onApplication });
        const { personId } = issued;
        return { set: { ...noLimit, organisationId, personId }, detail: { organisationId, personId } };
      },
    });
    const { personId = '', login = '', firstPasswordExpiresAt = null } = issued ?? {};
    return { ...progressOf(after), organisationId: after.organisationId ?? '', personId, login, firstPasswordExpiresAt };
  }

  private async addOrganiser(
    manager: EntityManager,
    me: Caller,
    { actId, at }: ApplicationCommand,
    { organiser: name, kind, department: contactOffice, deskId }: OrganiserApplication,
    { areaCode, contactPhone }: ApproveDto,
  ): Promise<string> {
    const parent = await manager.findOneByOrFail(Organisation, { id: deskId });
    const node = { name, kind: 'organiser' as const, areaCode, organiserKind: organiserKinds[kind], contactOffice, contactPhone };
    return addOrganisation(manager, this.ledger, { ...node, parent, noticeParentId: deskId }, { me, actId, at });
  }

  private async requireIssuer(me: Caller, { deskId }: OrganiserApplication): Promise<void> {
    await this.desks.seenBy(me, deskId);
    if (!mayIssue(me.position, { id: '', kind: 'organiser', credentialParentId: deskId }, 'superAdmin')) {
      throw new DomainError('NOT_ALLOWED');
    }
  }

  private async requireDesk(me: Caller, { deskId }: OrganiserApplication): Promise<void> {
    await this.desks.seenBy(me, deskId);
    if (me.position.organisationId !== deskId) {
      throw new DomainError('NOT_ALLOWED');
    }
  }
}

/** One organiser of a name; the index lets one of two rivals through. */
async function requireNewName(manager: EntityManager, { nameKey }: OrganiserApplication): Promise<void> {
  const organisers = await manager.findBy(Organisation, { kind: 'organiser' });
  if (organisers.some(({ name }) => normalisedName(name) === nameKey)) {
    throw new DomainError('ORGANISER_EXISTS');
  }
}

function refusedByIndex(error: unknown): never {
  throw isDuplicate(error, 'organiser_application_once') ? new DomainError('ORGANISER_EXISTS') : error;
}
