import { DomainError, SecurityClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config';
import type { Rate } from './token-buckets';
import { TokenBuckets } from './token-buckets';

/** A burst is what a page full of lists, or an hour before a cut-off, may ask at once. */
const rate = (perSecond: number): Rate => ({ perSecond, burst: perSecond * 4 });

/** Generous limits per session and per address, in this process: against runaway scripts, not against people. */
@Injectable()
export class LimitsService {
  private readonly sessions: TokenBuckets;
  private readonly addresses: TokenBuckets;

  constructor(
    config: GatewayConfig,
    private readonly clock: SecurityClock,
  ) {
    this.sessions = new TokenBuckets(rate(config.ratePerSession));
    this.addresses = new TokenBuckets(rate(config.ratePerAddress));
  }

  /** @throws DomainError TOO_MANY_REQUESTS with the seconds to wait */
  admit(address: string, session: string | null): void {
    const now = this.clock.millis();
    const wait = this.addresses.take(address, now) ?? (session === null ? null : this.sessions.take(session, now));
    if (wait !== null) {
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: wait });
    }
  }
}
