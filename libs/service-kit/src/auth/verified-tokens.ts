import { Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { tokenLifetimeSeconds } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { SecurityClock } from '../clock/security-clock';
import { Authority } from './authority';
import { verifyToken } from './token';

/** Some thousand people at once; what is forgotten is verified again. */
const MOST = 4_096;

interface Verified {
  caller: Caller;
  untilMs: number;
}

/**
 * The tokens whose signature has been checked here, until they expire. One token serves a session's requests for ten seconds (decision
 * 0005), and a signature costs more than everything else the guard does.
 */
@Injectable()
export class VerifiedTokens {
  private readonly known = new Map<string, Verified>();

  constructor(
    private readonly authority: Authority,
    private readonly clock: SecurityClock,
  ) {}

  /** @throws DomainError NOT_SIGNED_IN, UNAVAILABLE when the keys cannot be fetched */
  async callerOf(token: string): Promise<Caller> {
    const now = this.clock.millis();
    const known = this.known.get(token);
    if (known !== undefined && now < known.untilMs) {
      return known.caller;
    }
    const caller = await verifyToken(token, this.authority.keys);
    this.remember(token, { caller, untilMs: Math.min((decodeJwt(token).exp ?? 0) * 1_000, now + tokenLifetimeSeconds * 1_000) });
    return caller;
  }

  /** Kept in the order of their arrival, so the first are the oldest. */
  private remember(token: string, verified: Verified): void {
    this.known.delete(token);
    this.known.set(token, verified);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST) {
        return;
      }
      this.known.delete(oldest);
    }
  }
}
