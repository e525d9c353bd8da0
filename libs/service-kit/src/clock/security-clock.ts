import { Injectable } from '@nestjs/common';
import type { Instant } from '@dengke/contract';

/** Host time: sessions, tokens, one-time codes, lockouts, rate limits, lag. Never business time (docs/architecture.md, “Time”). */
@Injectable()
export class SecurityClock {
  now(): Instant {
    return new Date().toISOString();
  }

  /** Milliseconds since 1970. */
  millis(): number {
    return Date.now();
  }

  inSeconds(seconds: number): Instant {
    return new Date(Date.now() + seconds * 1000).toISOString();
  }
}
