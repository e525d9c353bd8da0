import type { SecurityClock } from '../clock/security-clock';

const FIRST_MS = 250;
const LONGEST_MS = 5_000;
const MOST = 2_000;

/** Which subjects could not be told, and from when on each is tried again, so that one that fails delays no other. */
export class Setbacks {
  private readonly held = new Map<string, { attempts: number; until: number }>();

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

  /** Subjects that are not to be tried yet. */
  waiting(): string[] {
    const now = this.clock.millis();
    return [...this.held]
      .filter(([, { until }]) => until > now)
      .map(([subject]) => subject)
      .slice(0, MOST);
  }

  /** Milliseconds until the first may be tried again; undefined when none waits. */
  nextMs(): number | undefined {
    if (this.held.size === 0) {
      return undefined;
    }
    let first = Number.POSITIVE_INFINITY;
    this.held.forEach(({ until }) => (first = Math.min(first, until)));
    return Math.max(10, Math.min(1_000, first - this.clock.millis()));
  }
}
