import { inScope } from '../clock/scope';
import { DomainError } from '../http/domain-error';
import { faultFields } from './log';
import type { Log } from './log';

/** How rings are answered together. */
export interface Gathering {
  /** So long nobody has rung. */
  quietMs: number;
  /** So long a ring waits at most while others follow it. */
  atMostMs: number;
}

const AT_ONCE: Gathering = { quietMs: 3, atMostMs: 3 };
const AFTER_FAULT_MS = [250, 500, 1_000, 2_000, 4_000];

/**
 * Does one step after another: when rung, and otherwise after the pause the step asks for. A step that throws is logged and done
 * again later, for ever; nothing else is disturbed by it. Who rang leaves no trace: a step has no request's instant or token.
 */
export class BackgroundLoop {
  private timer: NodeJS.Timeout | undefined;
  private latest: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private rung = false;
  private stopped = true;
  private faults = 0;

  constructor(
    private readonly name: string,
    /** Gives the milliseconds until the next step. */
    private readonly step: () => Promise<number>,
    private readonly log: Log,
    private readonly gathering: Gathering = AT_ONCE,
  ) {}

  start(): void {
    this.stopped = false;
    this.wait(0);
  }

  ring(): void {
    this.wake(() => this.gather());
  }

  /** The next step now, gathering nothing: somebody waits for it. */
  hurry(): void {
    this.wake(() => this.go());
  }

  /** Lets the present step finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.latest);
    await this.running;
  }

  /** Not beside a step that runs, and not before its time after a fault. */
  private wake(step: () => void): void {
    if (this.stopped || this.faults > 0) {
      return;
    }
    if (this.running) {
      this.rung = true;
    } else {
      step();
    }
  }

  private gather(): void {
    this.latest ??= setTimeout(() => this.go(), this.gathering.atMostMs);
    this.wait(this.gathering.quietMs);
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go(), ms);
  }

  private go(): void {
    clearTimeout(this.timer);
    clearTimeout(this.latest);
    this.latest = undefined;
    this.running = this.run().then((pause) => {
      this.running = undefined;
      if (this.stopped) {
        return;
      }
      if (this.rung) {
        this.gather();
      } else {
        this.wait(pause);
      }
      this.rung = false;
    });
  }

  private async run(): Promise<number> {
    try {
      const pause = await inScope({}, () => this.step());
      if (this.faults > 0) {
        this.log.info(`${this.name} goes on`, { attempts: this.faults });
      }
      this.faults = 0;
      return pause;
    } catch (error) {
      this.rung = false;
      const pause = AFTER_FAULT_MS[Math.min(this.faults, AFTER_FAULT_MS.length - 1)] ?? 1_000;
      this.faults += 1;
      this.report(error);
      return pause;
    }
  }

  /** That another part of the house is away, as whenever it starts, is said once and without where it was noticed. */
  private report(error: unknown): void {
    const isAway = error instanceof DomainError && error.code === 'UNAVAILABLE';
    const fields = isAway ? { code: error.code } : faultFields(error);
    this.log.at(isAway && this.faults > 1 ? 'debug' : 'warn', `${this.name} failed and goes on`, { attempt: this.faults, ...fields });
  }
}
