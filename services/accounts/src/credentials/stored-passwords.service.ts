import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { changeOne, DomainError, SecurityClock, toDatabase } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import { PasswordHashing } from '../sign-in/password-hashing';
import { Credential } from './credential.entity';
import { FormerPassword } from './former-password.entity';
import { bar } from './former-passwords';
import { barredPasswords, passwordFaultsOf, shortestPassword } from './password-rules';

/** Passwords as they are stored: as hashes, with their age, and with those that went before. */
@Injectable()
export class StoredPasswords {
  constructor(
    private readonly database: DataSource,
    private readonly hashing: PasswordHashing,
    private readonly people: PeopleService,
    private readonly clock: SecurityClock,
  ) {}

  hash(password: string): Promise<string> {
    return this.hashing.hash(password);
  }

  /** @throws DomainError PASSWORD_TOO_WEAK { faults, shortest } */
  async requireGood(credential: Credential, next: string): Promise<void> {
    const positions = await this.people.positionsOf(credential.personId);
    const faults = passwordFaultsOf(next, credential.login, positions);
    if (faults.length === 0 && (await this.wasUsed(credential, next))) {
      faults.push('usedBefore');
    }
    if (faults.length > 0) {
      throw new DomainError('PASSWORD_TOO_WEAK', { faults, shortest: shortestPassword(positions) });
    }
  }

  /** Whether it is the present one or one of the last that stay barred. */
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

  /** @throws DomainError VERSION_CONFLICT */
  async replace(manager: EntityManager, credential: Credential, passwordHash: string): Promise<void> {
    await changeOne(
      manager,
      `update credential set passwordHash = ?, passwordSetAt = ?, mustChange = 0, firstPasswordExpiresAt = null, version = version + 1
        where id = ? and version = ?`,
      [passwordHash, toDatabase(this.clock.now()), credential.id, credential.version],
    );
    await bar(manager, credential);
  }
}
