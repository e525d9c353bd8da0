import { Injectable } from '@nestjs/common';
import type { JSONWebKeySet } from 'jose';
import type { Caller } from '@dengke/contract';
import { DomainError, mintToken, VerifiedTokens } from '@dengke/service-kit';
import { sessionIdOf, SessionsService } from '../sessions/sessions.service';
import type { ConfirmedDto, MintedDto } from './keys.dto';
import { SigningKey } from './signing-key';

/** Opaque session in, signed token out, and whether the bearer of one still stands. */
@Injectable()
export class KeysService {
  constructor(
    private readonly key: SigningKey,
    private readonly sessions: SessionsService,
    private readonly tokens: VerifiedTokens,
  ) {}

  keySet(): JSONWebKeySet {
    return this.key.keySet;
  }

  /** For each request that the gateway passes on. @throws DomainError NOT_SIGNED_IN */
  async mint(session: string): Promise<MintedDto> {
    const caller = await this.sessions.callerOf(sessionIdOf(session));
    if (caller === null) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return { token: await mintToken(caller, this.key), caller };
  }

  /** @throws DomainError NOT_SIGNED_IN */
  async confirm(token: string): Promise<ConfirmedDto> {
    const caller = await this.confirmed(token);
    if (caller === null) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return { caller };
  }

  /**
   * Reads again, before whatever writes, that session, position and credential still stand.
   * @returns null when they do not, or when by now something else is to be done first than the token says
   * @throws DomainError NOT_SIGNED_IN for a token that is none of ours
   */
  async confirmed(token: string): Promise<Caller | null> {
    const { sessionId, position, personId, must } = await this.tokens.callerOf(token);
    const caller = await this.sessions.callerOf(sessionId, position.id);
    return caller?.personId === personId && caller.must === must ? caller : null;
  }
}
