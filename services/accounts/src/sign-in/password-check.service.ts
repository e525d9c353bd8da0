import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { BusinessClock, DomainError } from '@dengke/service-kit';
import { Credential } from '../credentials/credential.entity';
import { loginPattern } from '../credentials/login-pattern';
import { AttemptsService } from './attempts.service';
import { PasswordHashing } from './password-hashing';
import { UnusedCredentials } from './unused-credentials';

/** Which credential login and password open; the answers to failures, and the time they take, tell nothing about which logins exist. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: DataSource,
    private readonly hashing: PasswordHashing,
    private readonly attempts: AttemptsService,
    private readonly unused: UnusedCredentials,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The attempt stays charged until the whole sign-in has come to its end.
   * @throws DomainError SIGN_IN_REFUSED, ACCOUNT_LOCKED, FIRST_PASSWORD_EXPIRED, BUSY
   */
  async credentialOf(login: string, password: string, address: string): Promise<Credential> {
    const credential = await this.find(login.trim().toLowerCase());
    const matches = await this.hashing.matches(credential?.passwordHash ?? null, password, () => this.attempts.charge(login));
    if (!matches || credential === null || credential.disabled || this.unused.isUnused(credential)) {
      await this.attempts.failed(login, address);
      throw new DomainError('SIGN_IN_REFUSED');
    }
    if (isVoid(credential, this.clock.now())) {
      await this.attempts.giveBack(login);
      throw new DomainError('FIRST_PASSWORD_EXPIRED');
    }
    return credential;
  }

  /** What no login can be made of is one that nobody has. */
  private find(login: string): Promise<Credential | null> {
    return this.database.manager.findOneBy(Credential, { login: loginPattern.test(login) ? login : '' });
  }

  /** Whether somebody who is signed in knows the password; guesses are counted like those at sign-in. @throws DomainError ACCOUNT_LOCKED, BUSY */
  async knows({ login, passwordHash }: Credential, password: string): Promise<boolean> {
    const matches = await this.hashing.matches(passwordHash, password, () => this.attempts.charge(login));
    if (matches) {
      await this.attempts.giveBack(login);
    }
    return matches;
  }
}

/** A first password that was never used opens nothing after its 72 business hours (P8). */
const isVoid = ({ mustChange, firstPasswordExpiresAt }: Credential, now: Instant): boolean =>
  mustChange && firstPasswordExpiresAt !== null && firstPasswordExpiresAt <= now;
