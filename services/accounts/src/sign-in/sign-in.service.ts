import { Injectable } from '@nestjs/common';
import { effectiveRightsOf } from '@dengke/contract';
import type { Caller, ErrorCode } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import type { ShownSecondFactorDto } from '../second-factor/second-factor.dto';
import { actingFrom } from '../second-factor/second-factor-ledger';
import type { Whose } from '../second-factor/second-factor-ledger';
import { SecondFactorService } from '../second-factor/second-factor.service';
import type { Verdict } from '../second-factor/totp.service';
import { maskedAddress } from '../sessions/client';
import type { Begun } from '../sessions/session-header.interceptor';
import { sessionIdOf, SessionsService } from '../sessions/sessions.service';
import { AttemptsService } from './attempts.service';
import { PasswordCheck } from './password-check.service';
import type { SignedInDto, SignInDto } from './sign-in.dto';
import { UnusedCredentials } from './unused-credentials';

/** From where somebody signs in. */
export interface From {
  address: string;
  client: string | null;
}

/** Signing in with an issued login (S56): the password, and where there is one the second factor. */
@Injectable()
export class SignInService {
  constructor(
    private readonly passwords: PasswordCheck,
    private readonly secondFactor: SecondFactorService,
    private readonly attempts: AttemptsService,
    private readonly unused: UnusedCredentials,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Who has a second factor and shows no code gets a session that opens nothing but showing it. A wrong code is refused like a wrong password.
   * @throws DomainError SIGN_IN_REFUSED, CODE_USED, ACCOUNT_LOCKED, FIRST_PASSWORD_EXPIRED, TOO_MANY_REQUESTS, BUSY
   */
  async begin({ login, password, code = '' }: SignInDto, { address, client }: From): Promise<Begun<SignedInDto>> {
    await this.attempts.admitAddress(address);
    const { personId } = await this.passwords.credentialOf(login, password, address);
    const [position] = await this.people.positionsOf(personId);
    if (position === undefined) {
      await this.attempts.failed(login, address);
      throw new DomainError('SIGN_IN_REFUSED');
    }
    const secondFactorShown = await this.codeOpens({ personId, organisationId: position.organisationId }, code, login, address);
    const from = { maskedAddress: maskedAddress(address), client };
    const token = await this.sessions.begin({ personId, positionId: position.id, secondFactorShown, ...from });
    return { token, answer: await this.signedInto(sessionIdOf(token)) };
  }

  /**
   * Completes a sign-in, or opens the acts marked for step-up again.
   * @throws DomainError SECOND_FACTOR_REFUSED, CODE_USED, ACCOUNT_LOCKED, INVALID_INPUT
   */
  async show(me: Caller, { code, passkey }: ShownSecondFactorDto, address: string): Promise<Begun<SignedInDto>> {
    if ((code === undefined) === (passkey === undefined)) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'code', reason: 'oneOfTwo' }] });
    }
    await this.attempts.admitAddress(address);
    const login = await this.people.loginOf(me.personId);
    await this.attempts.charge(login);
    const verdict = await (passkey === undefined
      ? this.secondFactor.showCode(actingFrom(me), code ?? '')
      : this.secondFactor.showPasskey(me, passkey));
    await this.settle(verdict, { login, address, refusal: 'SECOND_FACTOR_REFUSED' });
    if (me.must === 'second-factor') {
      await this.unused.used(me.personId);
      const token = await this.sessions.complete(me);
      return { token, answer: await this.signedInto(sessionIdOf(token)) };
    }
    await this.sessions.steppedUp(me);
    return { token: null, answer: await this.signedInto(me.sessionId) };
  }

  me(me: Caller): Promise<SignedInDto> {
    return this.signedIn(me);
  }

  /** From now on the session acts from another of the person's positions (P8). @throws DomainError NOT_FOUND */
  async actFrom(me: Caller, positionId: string): Promise<SignedInDto> {
    const positions = await this.people.positionsOf(me.personId);
    if (!positions.some(({ id }) => id === positionId)) {
      throw new DomainError('NOT_FOUND');
    }
    await this.sessions.actFrom(me.sessionId, positionId);
    return this.signedInto(me.sessionId);
  }

  /** Whether the whole sign-in is done, and with it the attempt that was charged. */
  private async codeOpens(whose: Whose, code: string, login: string, address: string): Promise<boolean> {
    const kinds = await this.secondFactor.kindsOf(whose.personId);
    if (kinds.length > 0 && code === '') {
      await this.attempts.giveBack(login);
      return false;
    }
    const verdict = kinds.length === 0 ? 'right' : await this.secondFactor.showCode(whose, code);
    await this.settle(verdict, { login, address, refusal: 'SIGN_IN_REFUSED' });
    await this.unused.used(whose.personId);
    return kinds.length > 0;
  }

  /** A password alone never ends the counting of somebody who has a second factor; a code that was used before is no guess. */
  private async settle(
    verdict: Verdict,
    { login, address, refusal }: { login: string; address: string; refusal: ErrorCode },
  ): Promise<void> {
    if (verdict === 'right') {
      await this.attempts.succeeded(login);
      return;
    }
    if (verdict === 'used') {
      await this.attempts.giveBack(login);
      throw new DomainError('CODE_USED');
    }
    await this.attempts.failed(login, address);
    throw DomainError.passedOn(refusal);
  }

  private async signedInto(sessionId: string): Promise<SignedInDto> {
    const me = await this.sessions.callerOf(sessionId);
    if (me === null) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return this.signedIn(me);
  }

  private async signedIn({ personId, position: { id }, must, steppedUpUntil }: Caller): Promise<SignedInDto> {
    const [person, positions, secondFactors] = await Promise.all([
      this.people.named(personId),
      this.people.positionsOf(personId),
      this.secondFactor.kindsOf(personId),
    ]);
    const position = positions.find((held) => held.id === id);
    if (position === undefined) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    const rights = [...effectiveRightsOf(position)];
    return { person, position, positions, rights, must: must ?? null, secondFactors, steppedUpUntil: steppedUpUntil ?? null };
  }
}
