import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@dengke/contract';
import { BusinessClock, changeOne, DomainError, inTransaction } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import { AttemptsService } from '../sign-in/attempts.service';
import { PasswordHashing } from '../sign-in/password-hashing';
import { SessionsService } from '../sign-in/sessions.service';
import { Credential } from './credential.entity';
import type { ChangePasswordDto } from './credentials.dto';
import { FormerPassword } from './former-password.entity';
import { PasswordChanges } from './password-changes';
import { barredPasswords, passwordFaultsOf, shortestPassword } from './password-rules';

/** A person's own change of password, the first of which opens everything else (P8). */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: DataSource,
    private readonly hashing: PasswordHashing,
    private readonly attempts: AttemptsService,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
    private readonly changes: PasswordChanges,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError INVALID_INPUT when the current one is wrong, PASSWORD_TOO_WEAK { faults }, ACCOUNT_LOCKED, VERSION_CONFLICT */
  async change(me: Caller, { current, next }: ChangePasswordDto): Promise<void> {
    const credential = await this.database.manager.findOneByOrFail(Credential, { personId: me.personId });
    if (!(await this.hashing.matches(credential.passwordHash, current, () => this.attempts.charge(credential.login)))) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'current', reason: 'wrong' }] });
    }
    await this.attempts.succeeded(credential.login);
    await this.requireGood(credential, next);
    const passwordHash = await this.hashing.hash(next);
    await inTransaction(this.database, (manager) => this.replace(manager, me, credential, passwordHash));
  }

  private async requireGood(credential: Credential, next: string): Promise<void> {
    const positions = await this.people.positionsOf(credential.personId);
    const faults = passwordFaultsOf(next, credential.login, positions);
    if (faults.length === 0 && (await this.wasUsed(credential, next))) {
      faults.push('usedBefore');
    }
    if (faults.length > 0) {
      throw new DomainError('PASSWORD_TOO_WEAK', { faults, shortest: shortestPassword(positions) });
    }
  }

  private async wasUsed(credential: Credential, next: string): Promise<boolean> {
    const former = await this.database.manager.find(FormerPassword, {
      where: { credentialId: credential.id },
      order: { id: 'DESC' },
      take: barredPasswords - 1,
    });
    for (const { passwordHash } of [credential, ...former]) {
      if (await this.hashing.matches(passwordHash, next)) {
        return true;
      }
    }
    return false;
  }

  private async replace(manager: EntityManager, me: Caller, credential: Credential, passwordHash: string): Promise<void> {
    const { id, version, personId, passwordHash: former } = credential;
    await changeOne(
      manager,
      `update credential set passwordHash = ?, mustChange = 0, firstPasswordExpiresAt = null, version = version + 1
        where id = ? and version = ?`,
      [passwordHash, id, version],
    );
    await manager.query('insert into former_password (id, credentialId, passwordHash) values (?)', [[uuidv7(), id, former]]);
    await this.sessions.endOthers(manager, personId, me.sessionId);
    await this.changes.record(manager, me, credential, this.clock.now());
  }
}
