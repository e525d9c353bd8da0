import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { DomainError, faultFields, isDuplicate, Log, SecurityClock, toDatabase } from '@dengke/service-kit';
import { AccountsConfig } from '../config';
import { PeopleService } from '../people/people.service';
import { SessionsService } from '../sessions/sessions.service';
import { Passkey } from './passkey.entity';
import type { PasskeyAssertionDto, PasskeyAttestationDto } from './passkeys.dto';

const name = '登科 Dengke';
const atMost = 10;

export type NewPasskey = Pick<Passkey, 'id' | 'personId' | 'publicKey' | 'counter' | 'name' | 'addedAt'>;

/** Passkeys as a second factor (WebAuthn): the password has been shown, so presence is enough. */
@Injectable()
export class PasskeysService {
  private readonly origin: string;
  private readonly domain: string;

  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
    private readonly clock: SecurityClock,
    private readonly log: Log,
    config: AccountsConfig,
  ) {
    const { origin, hostname } = new URL(config.publicUrl);
    this.origin = origin;
    this.domain = hostname;
  }

  of(personId: string): Promise<Passkey[]> {
    return this.database.manager.find(Passkey, { where: { personId }, order: { addedAt: 'ASC' } });
  }

  /** What the browser needs to make one. */
  async begin(me: Caller): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.of(me.personId);
    if (known.length >= atMost) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'passkeys', reason: 'tooMany' }] });
    }
    const userName = await this.people.loginOf(me.personId);
    const options = await generateRegistrationOptions({
      ...{ rpName: name, rpID: this.domain, userName, userID: new TextEncoder().encode(me.personId) },
      attestationType: 'none',
      excludeCredentials: known.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    await this.sessions.challenge(me, options.challenge);
    return options;
  }

  /** A new one, not yet kept. @throws DomainError SECOND_FACTOR_REFUSED */
  async verified(me: Caller, called: string, response: PasskeyAttestationDto): Promise<NewPasskey> {
    const expectedChallenge = await this.sessions.takeChallenge(me);
    const verified = await this.trusted(expectedChallenge, (challenge) =>
      verifyRegistrationResponse({
        ...{ response, expectedChallenge: challenge, expectedOrigin: this.origin, expectedRPID: this.domain },
        requireUserVerification: false,
      }),
    );
    if (verified?.registrationInfo === undefined) {
      throw new DomainError('SECOND_FACTOR_REFUSED');
    }
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    return { id, personId: me.personId, publicKey: Buffer.from(publicKey), counter, name: called, addedAt: this.clock.now() };
  }

  /** @throws DomainError SECOND_FACTOR_REFUSED for one that is kept already */
  async add(manager: EntityManager, passkey: NewPasskey): Promise<void> {
    await manager.insert(Passkey, passkey).catch(refusedByIndex);
  }

  /** What the browser needs to show one. */
  async ask(me: Caller): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = await this.of(me.personId);
    const options = await generateAuthenticationOptions({
      rpID: this.domain,
      allowCredentials: known.map(({ id }) => ({ id })),
      userVerification: 'preferred',
    });
    await this.sessions.challenge(me, options.challenge);
    return options;
  }

  /** Whether one of the person's passkeys signed what this session was asked; each challenge serves once. */
  async shown(me: Caller, response: PasskeyAssertionDto): Promise<boolean> {
    const expectedChallenge = await this.sessions.takeChallenge(me);
    const passkey = await this.database.manager.findOneBy(Passkey, { id: response.id, personId: me.personId });
    if (passkey === null) {
      return false;
    }
    const { id, publicKey, counter } = passkey;
    const verified = await this.trusted(expectedChallenge, (challenge) =>
      verifyAuthenticationResponse({
        ...{ response, expectedChallenge: challenge, expectedOrigin: this.origin, expectedRPID: this.domain },
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
        requireUserVerification: false,
      }),
    );
    return verified?.verified === true && this.counted(passkey, verified.authenticationInfo.newCounter);
  }

  async remove(manager: EntityManager, personId: string, id: string): Promise<void> {
    const { affected } = await manager.delete(Passkey, { id, personId });
    if (affected !== 1) {
      throw new DomainError('NOT_FOUND');
    }
  }

  /** Two at once with one counter: one of them is a copy. */
  private async counted({ id, counter }: Passkey, newCounter: number): Promise<boolean> {
    const { affectedRows } = await this.database.query<{ affectedRows: number }>(
      'update passkey set counter = ?, lastUsedAt = ? where id = ? and counter = ?',
      [newCounter, toDatabase(this.clock.now()), id, counter],
    );
    return affectedRows === 1;
  }

  /** The library throws what is wrong with a response; for the caller all of it is one refusal. */
  private async trusted<T>(challenge: string | null, verify: (challenge: string) => Promise<T>): Promise<T | null> {
    if (challenge === null) {
      return null;
    }
    try {
      return await verify(challenge);
    } catch (error) {
      this.log.info('a passkey was refused', faultFields(error));
      return null;
    }
  }
}

function refusedByIndex(error: unknown): never {
  throw isDuplicate(error) ? new DomainError('SECOND_FACTOR_REFUSED') : error;
}
