import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, Instant } from '@dengke/contract';
import {
  actIdOf,
  BusinessClock,
  changeOne,
  DomainError,
  inTransaction,
  isDuplicate,
  Ledger,
  once,
  PersonalData,
  toDatabase,
  violatesReference,
} from '@dengke/service-kit';
import type { NewEntry } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import { sealedContact } from '../people/contact';
import { Person } from '../people/person.entity';
import { PasswordHashing } from '../sign-in/password-hashing';
import { Credential } from './credential.entity';
import type { IssueCredentialDto, IssuedCredentialDto } from './credentials.dto';
import { mayIssue } from './issuing-rules';
import { firstPasswordHours, newFirstPassword } from './password-rules';

interface Issue {
  me: Caller;
  key: string;
  dto: IssueCredentialDto;
  organisation: FoundOrganisation;
  /** Of the first password, made before the transaction. */
  passwordHash: string;
  at: Instant;
}

/** Issuing logins down the levels (P6, S56): the act, its judgement and its one-time answer. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly hashing: PasswordHashing,
    private readonly organisations: OrganisationsService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Grants a position, and issues a login where the person has none. The first password is in this one answer and nowhere else: the
   * receipt of the act is kept without it (P8).
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, SUPER_ADMIN_EXISTS, LOGIN_TAKEN, ACT_NOT_PERMITTED, INVALID_INPUT
   */
  async issue(me: Caller, key: string, dto: IssueCredentialDto): Promise<IssuedCredentialDto> {
    const organisation = await this.requireIssuer(me, dto);
    const at = this.clock.now();
    const firstPassword = newFirstPassword();
    const passwordHash = await this.hashing.hash(firstPassword);
    let isFirstAnswer = false;
    const issued = await inTransaction(this.database, (manager) => {
      isFirstAnswer = false;
      return once(manager, { personId: me.personId, key, body: { act: 'issueCredential', ...dto }, at }, () => {
        isFirstAnswer = true;
        return this.write(manager, { me, key, dto, organisation, passwordHash, at });
      });
    }).catch(refusedByIndex);
    return isFirstAnswer && issued.firstPasswordExpiresAt !== null ? { ...issued, firstPassword } : issued;
  }

  private async requireIssuer(me: Caller, { organisationId, role }: IssueCredentialDto): Promise<FoundOrganisation> {
    const organisation = await this.organisations.within(me, organisationId);
    if (!mayIssue(me.position, organisation, role)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return organisation;
  }

  private async write(manager: EntityManager, issue: Issue): Promise<IssuedCredentialDto> {
    const { me, dto, organisation, at } = issue;
    const personId = dto.personId ?? uuidv7();
    let head = await this.ledger.lockHead(manager, `organisation/${organisation.id}`);
    const entries: Told[] = [];
    await this.writePerson(manager, issue, personId, entries);
    const positionId = uuidv7();
    await manager.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [
      [positionId, personId, organisation.id, dto.role, toDatabase(at)],
    ]);
    const position = { positionId, organisationId: organisation.id, organisationKind: organisation.kind, role: dto.role };
    entries.push({ kind: 'positionGranted', detail: position });
    const { login, firstPasswordExpiresAt } = await this.writeCredential(manager, issue, personId, entries);
    for (const { kind, detail: more, text } of entries) {
      const detail = { personId, ...more };
      const actId = `${actIdOf(me.personId, issue.key)}/${kind}`;
      const organisationId = me.position.organisationId;
      head = await this.ledger.append(manager, head, { kind, actId, at, by: me.personId, organisationId, detail, text, relay: false });
    }
    return { personId, positionId, login, firstPasswordExpiresAt };
  }

  /** A new person's row; of a known one only that he is known in the issuer's part of the graphs. */
  private async writePerson(manager: EntityManager, { me, dto }: Issue, personId: string, entries: Told[]): Promise<void> {
    if (dto.personId !== undefined) {
      if (!(await this.organisations.knows(me, personId))) {
        throw new DomainError('NOT_FOUND');
      }
      return;
    }
    const { name = '', mobile = null, mail = null } = dto.person ?? {};
    await manager.insert(Person, { id: personId, name, ...sealedContact(this.personal, personId, { mobile, mail }) });
    entries.push({ kind: 'personAdded', detail: {}, text: { name } });
  }

  private async writeCredential(manager: EntityManager, issue: Issue, personId: string, entries: Told[]): Promise<IssuedLogin> {
    const { me, dto, at, passwordHash } = issue;
    const existing = await manager.findOneBy(Credential, { personId });
    requireField(existing === null ? dto.login !== undefined : (dto.login ?? existing.login) === existing.login, 'login');
    if (existing !== null && existing.revokedAt === null) {
      return { login: existing.login, firstPasswordExpiresAt: null };
    }
    const firstPasswordExpiresAt = hoursAfter(at, firstPasswordHours);
    if (existing !== null) {
      await this.openAgain(manager, existing, { passwordHash, firstPasswordExpiresAt });
      entries.push({ kind: 'credentialIssued', detail: { credentialId: existing.id, issuedBy: me.position.id } });
      return { login: existing.login, firstPasswordExpiresAt };
    }
    const credentialId = uuidv7();
    const { login = '', onApplication = null } = dto;
    await manager.insert(Credential, {
      ...{ id: credentialId, login, personId, passwordHash, mustChange: true, firstPasswordExpiresAt },
      ...{ issuedBy: me.position.id, issuedAt: at, onApplication, disabled: false },
    });
    const text = onApplication === null ? undefined : { onApplication };
    entries.push({ kind: 'credentialIssued', detail: { credentialId, issuedBy: me.position.id }, text });
    return { login, firstPasswordExpiresAt };
  }

  /** A login that was revoked opens with a first password like a new one; what it knew before opens nothing. */
  private openAgain(
    manager: EntityManager,
    { id, version }: Credential,
    fresh: Pick<Credential, 'passwordHash' | 'firstPasswordExpiresAt'>,
  ): Promise<void> {
    const opened = manager
      .createQueryBuilder()
      .update(Credential)
      .set({ ...fresh, mustChange: true, revokedAt: null });
    return changeOne(opened.where('id = :id and version = :version', { id, version }));
  }
}

type Told = Pick<NewEntry, 'kind' | 'detail' | 'text'>;
type IssuedLogin = Pick<IssuedCredentialDto, 'login' | 'firstPasswordExpiresAt'>;

const hoursAfter = (instant: Instant, hours: number): Instant => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

function requireField(holds: boolean, field: string): void {
  if (!holds) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field, reason: 'mismatch' }] });
  }
}

/** What the unique indexes refuse, as what it means. */
function refusedByIndex(error: unknown): never {
  if (isDuplicate(error, 'position_one_super_admin')) {
    throw new DomainError('SUPER_ADMIN_EXISTS');
  }
  if (isDuplicate(error, 'position_one_separated')) {
    throw new DomainError('SEPARATED_DUTY');
  }
  if (isDuplicate(error, 'position_once')) {
    throw new DomainError('ACT_NOT_PERMITTED', { reason: 'holds this position already' });
  }
  if (isDuplicate(error, 'credential_login')) {
    throw new DomainError('LOGIN_TAKEN');
  }
  if (violatesReference(error, 'position_in_open_organisation')) {
    throw new DomainError('NOT_FOUND');
  }
  throw error;
}
