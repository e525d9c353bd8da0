import type { SecurityClock } from '../clock/security-clock';

const FIRST_MS = 250;
const LONGEST_MS = 5_000;
const MOST = 2_000;
/** What was not tried again for so long was told by another replica: nothing is known of it any more. */
const FORGOTTEN_MS = 60_000;

/** Which subjects could not be told, and from when on each is tried again, so that one that fails delays no other. */
export class Setbacks {
  private readonly held = new Map<string, { attempts: number; until: number }>();
  private askedAt = 0;

  constructor(private readonly clock: SecurityClock) {}

  /** @returns how often it has failed in a row */
  note(subject: string): number {
    const attempts = this.attempts(subject) + 1;
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 10));
    this.held.set(subject, { attempts, until: this.clock.millis() + pause });
    return attempts;
  }

  attempts(subject: string): number {
    return this.held.get(subject)?.attempts ?? 0;
  }

  forget(subject: string): void {
    this.held.delete(subject);
  }

  /** Subjects that are not to be tried yet. All others are tried now, as far as they still wait. */
  waiting(): string[] {
    this.askedAt = this.clock.millis();
    this.held.forEach(({ until }, subject) => {
      if (this.askedAt - until > FORGOTTEN_MS) {
        this.held.delete(subject);
      }
    });
    return this.notBefore(this.askedAt)
      .map(([subject]) => subject)
      .slice(0, MOST);
  }

  /** Milliseconds until the first may be tried again that was not to be tried the last time; undefined when none waits. */
  nextMs(): number | undefined {
    const untils = this.notBefore(this.askedAt).map(([, { until }]) => until);
    const first = untils.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
    return untils.length === 0 ? undefined : Math.max(10, Math.min(1_000, first - this.clock.millis()));
  }

  private notBefore(instant: number): [subject: string, { until: number }][] {
    return [...this.held].filter(([, { until }]) => until > instant);
  }
}
