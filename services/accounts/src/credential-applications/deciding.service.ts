import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { hasRightCheckCharacter } from '@dengke/contract';
import type { Caller, RoleAppliedFor } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, isDuplicate, once, PersonalData } from '@dengke/service-kit';
import { ApplicationActsService } from '../applications/application-acts.service';
import type { ApplicationCommand } from '../applications/application-acts.service';
import { progressOf } from '../applications/application-facts';
import type { ApplicationProgress } from '../applications/application-facts';
import { credentialApplications } from '../applications/application-kinds';
import { noLimit } from '../applications/application-standing';
import { DesksService } from '../applications/desks.service';
import { Credential } from '../credentials/credential.entity';
import { IssuingService } from '../credentials/issuing.service';
import type { Issue, IssuedLogin } from '../credentials/issuing.service';
import { openedApplicant } from './applicant-contact';
import type { ApplicantContact } from './applicant-contact';
import { CredentialApplication } from './credential-application.entity';
import type { IssuedOnApplicationDto, IssueOnApplicationDto, RedirectDto } from './credential-applications.dto';
import { mayHold, unitWith } from './unit-desk';
import { UnitsOfApplications } from './units-of-applications.service';

type Issuing = Pick<Issue, 'me' | 'actId' | 'passwordHash' | 'delivery' | 'at'>;

/** What the desk does with an application for a login: issue, refuse, pass it on. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ApplicationActsService,
    private readonly desks: DesksService,
    private readonly units: UnitsOfApplications,
    private readonly issuing: IssuingService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * By whoever may issue there (P6, P7). A unit not known yet is added first, by its licence; the first password is in this one answer (P8).
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED, LICENCE_NOT_CONFIRMED, NO_ROUTE, LOGIN_TAKEN, INVALID_INPUT
   */
  async issue(me: Caller, key: string, id: string, dto: IssueOnApplicationDto): Promise<IssuedOnApplicationDto> {
    const at = this.clock.now();
    const actId = actIdOf(me.personId, key);
    const act = { personId: me.personId, key, body: { act: 'issue', id, ...dto }, at };
    const command = { act: 'issue', id, by: me, at, actId };
    const { delivery } = dto;
    return this.issuing
      .answering(act, delivery, (manager, passwordHash) =>
        this.writeIssue(manager, command, dto, { me, actId, passwordHash, delivery, at }),
      )
      .catch(refusedByIndex);
  }

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED, REASON_MISSING */
  refuse(me: Caller, key: string, id: string, reason: string): Promise<ApplicationProgress> {
    return this.byPerson(me, key, { act: 'refuse', id, reason }, async (manager, command) =>
      this.acts.perform(manager, credentialApplications, command, {
        admit: async ({ deskId }) => void (await this.desks.requireDecider(me, deskId)),
        change: () => ({ set: noLimit }),
      }),
    );
  }

  /**
   * To another desk below one's own, of a known unit also to the one that issues its logins by now; the due day stays.
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED, INVALID_INPUT
   */
  redirect(me: Caller, key: string, id: string, { toOrganisationId, reason }: RedirectDto): Promise<ApplicationProgress> {
    return this.byPerson(me, key, { act: 'redirect', id, reason, toOrganisationId }, async (manager, command) =>
      this.acts.perform(manager, credentialApplications, command, {
        admit: async ({ deskId }) => void (await this.desks.requireOverseer(me, deskId)),
        change: async (row) => {
          const desk = await this.desks.held(manager, me, toOrganisationId);
          const issuesThere = (await unitWith(manager, row.uscc))?.deskId === desk.id;
          if (desk.id === row.deskId || !(issuesThere || mayHold(desk, row))) {
            throw new DomainError('INVALID_INPUT', { fields: [{ field: 'toOrganisationId', reason: 'mismatch' }] });
          }
          return { set: { deskId: desk.id }, detail: { fromDeskId: row.deskId } };
        },
      }),
    );
  }

  /**
   * Mobile and mail of the applicant whole, for those who have to reach him. Recorded with the reason.
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, APPLICATION_DECIDED once it is over
   */
  async unmask(me: Caller, key: string, id: string, reason: string): Promise<ApplicantContact> {
    const admit = async ({ deskId }: CredentialApplication) => void (await this.desks.requireOverseer(me, deskId));
    await this.byPerson(me, key, { act: 'unmask', id, reason }, async (manager, command) =>
      this.acts.perform(manager, credentialApplications, command, { admit, change: () => ({}) }),
    );
    const row = await this.database.manager.findOneByOrFail(CredentialApplication, { id });
    await admit(row);
    return openedApplicant(this.personal, row);
  }

  private async byPerson(
    me: Caller,
    key: string,
    body: { act: string; id: string; reason: string; toOrganisationId?: string },
    perform: (manager: EntityManager, command: ApplicationCommand) => Promise<CredentialApplication>,
  ): Promise<ApplicationProgress> {
    const at = this.clock.now();
    const { act, id, reason } = body;
    const command = { act, id, reason, by: me, at, actId: actIdOf(me.personId, key) };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body, at }, async () => progressOf(await perform(manager, command))),
    );
  }

  private async writeIssue(
    manager: EntityManager,
    command: ApplicationCommand,
    dto: IssueOnApplicationDto,
    issuing: Issuing,
  ): Promise<IssuedOnApplicationDto> {
    let login: IssuedLogin | undefined;
    const after = await this.acts.perform(manager, credentialApplications, command, {
      admit: (row) => this.units.requireIssuer(manager, issuing.me, row),
      change: async (row) => {
        const known = await this.units.known(manager, row);
        const unitId = row.credentialId === null ? await this.unitFor(manager, row, known, dto, issuing) : (known ?? '');
        const issued = await this.loginFor(manager, row, unitId, dto, issuing);
        login = issued;
        const { personId, credentialId, firstPasswordExpiresAt: dueAt } = issued;
        const state = dueAt === null ? 'active' : 'issued';
        return { set: { ...noLimit, state, dueAt, unitId, personId, credentialId }, detail: { unitId, personId } };
      },
    });
    const { login: name = '', firstPasswordExpiresAt = null } = login ?? {};
    return { ...progressOf(after), unitId: after.unitId ?? '', personId: after.personId ?? '', login: name, firstPasswordExpiresAt };
  }

  private async unitFor(
    manager: EntityManager,
    row: CredentialApplication,
    known: string | null,
    dto: IssueOnApplicationDto,
    issuing: Issuing,
  ): Promise<string> {
    if ((known === null || !hasRightCheckCharacter(row.uscc)) && dto.licenceConfirmed !== true) {
      throw new DomainError('LICENCE_NOT_CONFIRMED');
    }
    return known ?? this.units.add(manager, row, dto.unit, issuing);
  }

  /** Issued before and fallen void: another first password for the same login; where the position was ended meanwhile, that again with it. */
  private async loginFor(
    manager: EntityManager,
    row: CredentialApplication,
    unitId: string,
    { personId, login }: IssueOnApplicationDto,
    issuing: Issuing,
  ): Promise<IssuedLogin & { personId: string }> {
    const organisation = { id: unitId, kind: 'unit' as const };
    const { id, role, name, personId: before } = row;
    const renewed = async (of: string) => {
      const renewal = { ...issuing, organisation, personId: of, reason: null };
      return { personId: of, ...(await this.issuing.renew(manager, renewal)) };
    };
    if (before !== null && (await holds(manager, before, unitId, role))) {
      return renewed(before);
    }
    const known = before ?? personId;
    const person = known === undefined ? { name, ...openedApplicant(this.personal, row) } : { id: known };
    const onApplication = credentialApplications.subjectOf(id);
    const issued = await this.issuing.issue(manager, {
      ...issuing,
      organisation,
      role,
      person,
      login: before === null ? login : undefined,
      onApplication,
    });
    // Where he has another position the login was not taken back: it still waits for a first password that fell void.
    return issued.firstPasswordExpiresAt === null && before !== null && (await mustChange(manager, before)) ? renewed(before) : issued;
  }
}

async function holds(manager: EntityManager, personId: string, organisationId: string, role: RoleAppliedFor): Promise<boolean> {
  const held = 'select 1 from held_position where personId = ? and organisationId = ? and role = ? and endedAt is null';
  return (await manager.query<unknown[]>(held, [personId, organisationId, role])).length > 0;
}

const mustChange = (manager: EntityManager, personId: string): Promise<boolean> =>
  manager.existsBy(Credential, { personId, mustChange: true });

/** Two desks at once with the same new unit: the code is there once. */
function refusedByIndex(error: unknown): never {
  throw isDuplicate(error, 'unit_uscc') ? new DomainError('VERSION_CONFLICT') : error;
}
