import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction } from '@dengke/service-kit';
import { SessionsService } from '../sessions/sessions.service';
import { PasswordCheck } from '../sign-in/password-check.service';
import { Credential } from './credential.entity';
import type { ChangePasswordDto } from './credentials.dto';
import { PasswordChanges } from './password-changes';
import { StoredPasswords } from './stored-passwords.service';

/** A person's own change of password: of the first (P8), of one that is too old, or by wish. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: DataSource,
    private readonly check: PasswordCheck,
    private readonly stored: StoredPasswords,
    private readonly sessions: SessionsService,
    private readonly changes: PasswordChanges,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError INVALID_INPUT when the current one is wrong, PASSWORD_TOO_WEAK { faults }, ACCOUNT_LOCKED, VERSION_CONFLICT */
  async change(me: Caller, { current, next }: ChangePasswordDto): Promise<void> {
    const credential = await this.database.manager.findOneByOrFail(Credential, { personId: me.personId });
    if (!(await this.check.knows(credential, current))) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'current', reason: 'wrong' }] });
    }
    await this.stored.requireGood(credential, next);
    const passwordHash = await this.stored.hash(next);
    await inTransaction(this.database, (manager) => this.replace(manager, me, credential, passwordHash));
  }

  private async replace(manager: EntityManager, me: Caller, credential: Credential, passwordHash: string): Promise<void> {
    await this.stored.replace(manager, credential, passwordHash);
    await this.sessions.endOthers(me, manager);
    await this.changes.record(manager, me, credential, this.clock.now());
  }
}
