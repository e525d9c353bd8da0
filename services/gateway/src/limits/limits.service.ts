import { addressKey, DomainError, SecurityClock, TokenBuckets } from '@dengke/service-kit';
import type { Rate } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config';

/** A burst is what a page full of lists, or an hour before a cut-off, may ask at once. */
const rate = (perSecond: number): Rate => ({ perSecond, burst: perSecond * 4 });

/** What anybody may send without a session, files and all: ten at once, then one a minute. */
const sendings: Rate = { perSecond: 1 / 60, burst: 10 };

/** Generous limits per session and per address, in this process: against runaway scripts, not against people. */
@Injectable()
export class LimitsService {
  private readonly sessions: TokenBuckets;
  private readonly addresses: TokenBuckets;
  private readonly senders = new TokenBuckets(sendings);

  constructor(
    config: GatewayConfig,
    private readonly clock: SecurityClock,
  ) {
    this.sessions = new TokenBuckets(rate(config.ratePerSession));
    this.addresses = new TokenBuckets(rate(config.ratePerAddress));
  }

  /** Somebody without a session sends what somebody must read. @throws DomainError TOO_MANY_REQUESTS with the seconds to wait */
  admitSending(address: string): void {
    const wait = this.senders.take(addressKey(address), this.clock.millis());
    if (wait !== null) {
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: wait });
    }
  }

  /** @throws DomainError TOO_MANY_REQUESTS with the seconds to wait */
  admit(address: string, session: string | null): void {
    const now = this.clock.millis();
    const wait = this.addresses.take(addressKey(address), now) ?? (session === null ? null : this.sessions.take(session, now));
    if (wait !== null) {
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: wait });
    }
  }
}
