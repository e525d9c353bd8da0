import { DomainError } from '../http/domain-error';

export interface Line {
  readonly atOnce: number;
  /** How many may stand in line; who comes then is told at once. */
  readonly mayWait: number;
  /** How long anybody stands there; for ever unless said. */
  readonly withinMillis?: number;
}

/** Lets so many work at once and the others wait in the order they came: what cannot be done in time is refused early, so that the rest is done in time. */
export class Turns {
  private running = 0;
  /** In the order they came. */
  private readonly waiting = new Set<() => void>();

  constructor(private readonly line: Line) {}

  /** Does the work when its turn has come. @throws DomainError BUSY when too many wait, or the turn does not come in time */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.place();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private place(): Promise<void> | void {
    if (this.running < this.line.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.size >= this.line.mayWait) {
      throw new DomainError('BUSY');
    }
    return this.inLine();
  }

  private inLine(): Promise<void> {
    return new Promise((begin, refuse) => {
      const { withinMillis } = this.line;
      const timer =
        withinMillis === undefined
          ? undefined
          : setTimeout(() => {
              this.waiting.delete(called);
              refuse(new DomainError('BUSY'));
            }, withinMillis);
      const called = (): void => {
        clearTimeout(timer);
        begin();
      };
      this.waiting.add(called);
    });
  }

  /** The place goes to the next in line without becoming free in between. */
  private leave(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
