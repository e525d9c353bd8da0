import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, Instant, OrganisationKind, Reason, Role } from '@dengke/contract';
import { changeOne, DomainError, firstAnswer, isDuplicate, Ledger, PersonalData, toDatabase, violatesReference } from '@dengke/service-kit';
import type { ActKeyed, LedgerHead, NewEntry } from '@dengke/service-kit';
import type { Delivery } from '../first-passwords/delivery';
import { LinksService } from '../first-passwords/links.service';
import { OrganisationsService } from '../organisations/organisations.service';
import { sealedContact } from '../people/contact';
import { Person } from '../people/person.entity';
import { SessionsService } from '../sessions/sessions.service';
import { PasswordHashing } from '../sign-in/password-hashing';
import { Credential } from './credential.entity';
import { bar } from './former-passwords';
import { firstPasswordHours, newFirstPassword } from './password-rules';

/** One login and position as it is issued; whether the issuer may is judged before (`mayIssue`). */
export interface Issue {
  me: Caller;
  /** Of the act under which it is issued. */
  actId: string;
  organisation: { id: string; kind: OrganisationKind };
  role: Role;
  /** Somebody known in the issuer's part of the graphs, or new. */
  person: { id: string } | NewPerson;
  /** For whoever has none yet. */
  login: string | undefined;
  onApplication: string | null;
  /** Of the first password, made before the transaction; by mail of one that nobody is ever shown. */
  passwordHash: string;
  delivery: Delivery | undefined;
  at: Instant;
}
export interface NewPerson {
  name: string;
  mobile: string | null;
  mail: string | null;
}

export interface Issued extends IssuedLogin {
  personId: string;
  positionId: string;
}
export interface IssuedLogin {
  credentialId: string;
  login: string;
  /** Business instant after which the first password opens nothing; null where there is none. */
  firstPasswordExpiresAt: Instant | null;
}

/** The one way in which logins and first passwords come into being (P6, S56), whatever they are issued on. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly hashing: PasswordHashing,
    private readonly sessions: SessionsService,
    private readonly organisations: OrganisationsService,
    private readonly personal: PersonalData,
    private readonly links: LinksService,
  ) {}

  /**
   * Runs an act that issues a login. The first password is in its first answer and nowhere else: the receipt is kept without it (P8).
   * @throws DomainError SUPER_ADMIN_EXISTS, LOGIN_TAKEN, ACT_NOT_PERMITTED for what the unique indexes refuse
   */
  async answering<T extends Pick<IssuedLogin, 'firstPasswordExpiresAt'>>(
    act: ActKeyed,
    delivery: Delivery | undefined,
    write: (manager: EntityManager, passwordHash: string) => Promise<T>,
  ): Promise<T & { firstPassword?: string }> {
    const firstPassword = newFirstPassword();
    const passwordHash = await this.hashing.hash(firstPassword);
    const { answer, isFirst } = await firstAnswer(this.database, act, (manager) => write(manager, passwordHash)).catch(refusedByIndex);
    const isShown = isFirst && delivery !== 'mail' && answer.firstPasswordExpiresAt !== null;
    return isShown ? { ...answer, firstPassword } : answer;
  }

  /** The same for an act that issues several logins; `newHashes` makes a first password for each, before anything is locked. */
  async answeringAll<T extends Pick<IssuedLogin, 'firstPasswordExpiresAt'>>(
    act: ActKeyed,
    delivery: Delivery | undefined,
    write: (manager: EntityManager, newHashes: (count: number) => Promise<string[]>) => Promise<T[]>,
  ): Promise<(T & { firstPassword?: string })[]> {
    let firstPasswords: string[] = [];
    const newHashes = async (count: number): Promise<string[]> => {
      firstPasswords = Array.from({ length: count }, newFirstPassword);
      const hashes: string[] = [];
      for (const firstPassword of firstPasswords) {
        hashes.push(await this.hashing.hash(firstPassword));
      }
      return hashes;
    };
    const { answer, isFirst } = await firstAnswer(this.database, act, (manager) => write(manager, newHashes)).catch(refusedByIndex);
    const shown = (one: T, at: number) => ({ ...one, firstPassword: firstPasswords[at] ?? '' });
    return isFirst && delivery !== 'mail' ? answer.map((one, at) => (one.firstPasswordExpiresAt === null ? one : shown(one, at))) : answer;
  }

  /** Grants a position, and a login where the person has none. @throws DomainError NOT_FOUND, INVALID_INPUT, ACT_NOT_PERMITTED for a disabled login */
  async issue(manager: EntityManager, issue: Issue): Promise<Issued> {
    const { me, organisation, role, person, at } = issue;
    const personId = 'id' in person ? person.id : uuidv7();
    const head = await this.ledger.lockHead(manager, `organisation/${organisation.id}`);
    const entries: Told[] = 'id' in person ? await this.requireKnown(me, personId) : await this.addPerson(manager, personId, person);
    const positionId = uuidv7();
    await manager.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [
      [positionId, personId, organisation.id, role, toDatabase(at)],
    ]);
    const position = { positionId, organisationId: organisation.id, organisationKind: organisation.kind, role };
    entries.push({ kind: 'positionGranted', detail: position });
    const login = await addLogin(manager, issue, personId, entries);
    if (login.firstPasswordExpiresAt !== null) {
      entries.push(...(await this.deliver(manager, issue.delivery, personId, login.credentialId)));
    }
    await this.tell(manager, head, entries, { me, actId: issue.actId, at, personId });
    return { personId, positionId, ...login };
  }

  /**
   * Another first password for a login: one whose first was never changed, or with a reason any, whose holder has lost his own. What was known
   * before opens nothing.
   * @throws DomainError ACT_NOT_PERMITTED without a reason when the first one was changed, and for a disabled login
   */
  async renew(manager: EntityManager, renewal: Renewal): Promise<IssuedLogin> {
    const { me, actId, organisation, personId, passwordHash, at, reason } = renewal;
    const credential = await manager.findOneByOrFail(Credential, { personId });
    const { id: credentialId, login, mustChange, disabled } = credential;
    if (disabled || (!mustChange && reason === null)) {
      throw new DomainError('ACT_NOT_PERMITTED');
    }
    const firstPasswordExpiresAt = hoursAfter(at, firstPasswordHours);
    await openAgain(manager, credential, { passwordHash, firstPasswordExpiresAt });
    if (!mustChange) {
      await bar(manager, credential);
    }
    await this.sessions.endAll(manager, personId);
    const kind = reason === null ? 'firstPasswordRenewed' : 'credentialRecovered';
    const text = reason === null ? undefined : { reason };
    const entries: Told[] = [{ kind, detail: { credentialId, issuedBy: me.position.id }, text }];
    entries.push(...(await this.deliver(manager, renewal.delivery, personId, credentialId)));
    const head = await this.ledger.lockHead(manager, `organisation/${organisation.id}`);
    await this.tell(manager, head, entries, { me, actId, at, personId });
    return { credentialId, login, firstPasswordExpiresAt };
  }

  /** A link that was mailed before opens nothing any more. @throws DomainError INVALID_INPUT where there is no address to mail another to */
  private async deliver(manager: EntityManager, delivery: Delivery | undefined, personId: string, credentialId: string): Promise<Told[]> {
    if (delivery !== 'mail') {
      await this.links.end(manager, credentialId);
      return [];
    }
    const { mail } = await manager.findOneByOrFail(Person, { id: personId });
    requireField(mail !== null, 'delivery', 'noMail');
    return [{ kind: 'firstPasswordMailed', detail: { credentialId, linkId: await this.links.issue(manager, credentialId) } }];
  }

  private async tell(
    manager: EntityManager,
    first: LedgerHead,
    entries: readonly Told[],
    { me, actId, at, personId }: Pick<Issue, 'me' | 'actId' | 'at'> & { personId: string },
  ): Promise<void> {
    const by = { at, by: me.personId, organisationId: me.position.organisationId, relay: false };
    let head = first;
    for (const { kind, detail, text } of entries) {
      head = await this.ledger.append(manager, head, { ...by, kind, actId: `${actId}/${kind}`, detail: { personId, ...detail }, text });
    }
  }

  private async addPerson(manager: EntityManager, id: string, { name, ...contact }: NewPerson): Promise<Told[]> {
    await manager.insert(Person, { id, name, ...sealedContact(this.personal, id, contact) });
    return [{ kind: 'personAdded', detail: {}, text: { name } }];
  }

  private async requireKnown(me: Caller, personId: string): Promise<Told[]> {
    if (!(await this.organisations.knows(me, personId))) {
      throw new DomainError('NOT_FOUND');
    }
    return [];
  }
}

interface Renewal extends Pick<Issue, 'me' | 'actId' | 'organisation' | 'passwordHash' | 'delivery' | 'at'> {
  personId: string;
  /** Why somebody who had changed the first password needs another; null for who never did. */
  reason: string | null;
}
type Told = Pick<NewEntry, 'kind' | 'detail' | 'text'>;

async function addLogin(manager: EntityManager, issue: Issue, personId: string, entries: Told[]): Promise<IssuedLogin> {
  const { me, at, passwordHash, login, onApplication } = issue;
  // Whoever takes it back meanwhile sees the position that was granted before.
  const existing = await manager.findOne(Credential, { where: { personId }, lock: { mode: 'pessimistic_write' } });
  requireField(existing === null ? login !== undefined : (login ?? existing.login) === existing.login, 'login');
  if (existing?.disabled === true) {
    throw new DomainError('ACT_NOT_PERMITTED', { reason: 'alreadyDisabled' satisfies Reason });
  }
  if (existing !== null && existing.revokedAt === null) {
    return { credentialId: existing.id, login: existing.login, firstPasswordExpiresAt: null };
  }
  const firstPasswordExpiresAt = hoursAfter(at, firstPasswordHours);
  if (existing !== null) {
    await openAgain(manager, existing, { passwordHash, firstPasswordExpiresAt });
    entries.push({ kind: 'credentialIssued', detail: { credentialId: existing.id, issuedBy: me.position.id } });
    return { credentialId: existing.id, login: existing.login, firstPasswordExpiresAt };
  }
  const credentialId = uuidv7();
  await manager.insert(Credential, {
    ...{ id: credentialId, login: login ?? '', personId, passwordHash, mustChange: true, firstPasswordExpiresAt },
    ...{ issuedBy: me.position.id, issuedAt: at, onApplication, disabled: false },
  });
  const text = onApplication === null ? undefined : { onApplication };
  entries.push({ kind: 'credentialIssued', detail: { credentialId, issuedBy: me.position.id }, text });
  return { credentialId, login: login ?? '', firstPasswordExpiresAt };
}

/** A login that was revoked or lost opens with a first password like a new one; what it knew before opens nothing. */
function openAgain(
  manager: EntityManager,
  { id, version }: Credential,
  fresh: Pick<Credential, 'passwordHash' | 'firstPasswordExpiresAt'>,
): Promise<void> {
  const asNew = { ...fresh, mustChange: true, passwordSetAt: null, lastUsedAt: null, revokedAt: null };
  return changeOne(manager.createQueryBuilder().update(Credential).set(asNew).where('id = :id and version = :version', { id, version }));
}

const hoursAfter = (instant: Instant, hours: number): Instant => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

function requireField(holds: boolean, field: string, reason: 'mismatch' | 'required' | 'noMail' = 'mismatch'): void {
  if (!holds) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field, reason }] });
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
    throw new DomainError('ACT_NOT_PERMITTED', { reason: 'holdsPosition' satisfies Reason });
  }
  if (isDuplicate(error, 'credential_login')) {
    throw new DomainError('LOGIN_TAKEN');
  }
  if (violatesReference(error, 'position_in_open_organisation')) {
    throw new DomainError('NOT_FOUND');
  }
  throw error;
}
