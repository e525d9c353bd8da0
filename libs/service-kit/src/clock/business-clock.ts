import type { Instant } from '@dengke/contract';
import { currentScope, inScope } from './scope';

/** Where business time comes from: the host in production, the time-skipping server in a season. */
export interface TimeSource {
  read(): Promise<Instant>;
}

export const hostTime: TimeSource = { read: async () => new Date().toISOString() };

/**
 * The one clock of deadlines, windows, dates, numbers and reminders (docs/architecture.md, “Time”). It is read once per request, and every
 * `now()` of that request gives the same instant; an activity runs in the workflow's instant.
 */
export class BusinessClock {
  constructor(private readonly source: TimeSource = hostTime) {}

  /** The instant of this request or activity. @throws Error outside of one: a bug */
  now(): Instant {
    const { instant } = currentScope();
    if (instant === undefined) {
      throw new Error('BusinessClock.now() outside of a request or activity: use clock.read() or clock.at(instant, fn)');
    }
    return instant;
  }

  /** Asks the source. @throws DomainError UNAVAILABLE when the time-skipping server is away */
  read(): Promise<Instant> {
    return this.source.read();
  }

  /** Runs `fn` in a given business instant: activities, feed entries, seeds. */
  at<T>(instant: Instant, fn: () => T): T {
    return inScope({ ...currentScope(), instant }, fn);
  }
}
