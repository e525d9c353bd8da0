import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { effectiveRightsOf } from '@dengke/contract';
import type { Caller, ErrorCode, Instant } from '@dengke/contract';
import { BusinessClock, DomainError } from '@dengke/service-kit';
import { AccountsConfig } from '../config';
import { Credential } from '../credentials/credential.entity';
import { PeopleService } from '../people/people.service';
import { AttemptsService } from './attempts.service';
import { addressOf } from './client-address';
import type { ClaimedAddress } from './client-address';
import { PasswordHashing } from './password-hashing';
import { SessionsService } from './sessions.service';
import type { SignedInDto, SignInDto } from './sign-in.dto';

export interface Begun {
  /** The opaque session for the gateway's cookie. */
  token: string;
  answer: SignedInDto;
}

/** Signing in with an issued login (S56); the answers to failures, and the time they take, tell nothing about which logins exist. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: DataSource,
    private readonly hashing: PasswordHashing,
    private readonly attempts: AttemptsService,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
    private readonly clock: BusinessClock,
    private readonly config: AccountsConfig,
  ) {}

  /** @throws DomainError SIGN_IN_REFUSED, ACCOUNT_LOCKED, FIRST_PASSWORD_EXPIRED, TOO_MANY_REQUESTS, BUSY */
  async begin({ login, password }: SignInDto, claimed: ClaimedAddress): Promise<Begun> {
    const address = addressOf(claimed, this.config.serviceSecret);
    await this.attempts.admitAddress(address);
    const credential = await this.credentialBehind(login.trim(), password, address);
    const positions = await this.people.positionsOf(credential.personId);
    const [first] = positions;
    if (first === undefined) {
      throw new DomainError('SIGN_IN_REFUSED');
    }
    const token = await this.sessions.begin(credential.personId, first.id);
    return { token, answer: await this.signedIn(credential.personId, first.id, credential.mustChange) };
  }

  me(me: Caller): Promise<SignedInDto> {
    return this.signedIn(me.personId, me.position.id, me.mustChangePassword === true);
  }

  end(me: Caller): Promise<void> {
    return this.sessions.end(me.sessionId);
  }

  /** From now on the session acts from another of the person's positions (P8). @throws DomainError NOT_FOUND */
  async actFrom(me: Caller, positionId: string): Promise<SignedInDto> {
    const positions = await this.people.positionsOf(me.personId);
    if (!positions.some(({ id }) => id === positionId)) {
      throw new DomainError('NOT_FOUND');
    }
    await this.sessions.actFrom(me.sessionId, positionId);
    return this.signedIn(me.personId, positionId, false);
  }

  private async credentialBehind(login: string, password: string, address: string): Promise<Credential> {
    const credential = await this.database.manager.findOneBy(Credential, { login: login.toLowerCase() });
    const matches = await this.hashing.matches(credential?.passwordHash ?? null, password, () => this.attempts.charge(login));
    if (!matches || credential === null || credential.disabled) {
      await this.attempts.failed(login, address);
      throw new DomainError('SIGN_IN_REFUSED');
    }
    await this.attempts.succeeded(login);
    refuseIf(isVoid(credential, this.clock.now()), 'FIRST_PASSWORD_EXPIRED');
    return credential;
  }

  private async signedIn(personId: string, positionId: string, mustChangePassword: boolean): Promise<SignedInDto> {
    const [person, positions] = await Promise.all([this.people.named(personId), this.people.positionsOf(personId)]);
    const position = positions.find(({ id }) => id === positionId);
    if (position === undefined) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return { person, position, positions, rights: [...effectiveRightsOf(position)], mustChangePassword };
  }
}

/** A first password that was never used opens nothing after its 72 business hours (P8). */
const isVoid = ({ mustChange, firstPasswordExpiresAt }: Credential, now: Instant): boolean =>
  mustChange && firstPasswordExpiresAt !== null && firstPasswordExpiresAt <= now;

function refuseIf(refused: boolean, code: ErrorCode): void {
  if (refused) {
    throw new DomainError(code);
  }
}
