import { CancellationScope, sleep } from '@temporalio/workflow';

/**
 * One standing timer. It is a wake-up, not the truth: whoever wakes looks at the clock again. Set for later it is
 * left alone, since every re-arming costs two events; only an earlier instant re-arms it.
 */
export class Alarm {
  /** How often it has rung. */
  rings = 0;
  private scope: CancellationScope | undefined;
  private ringsAt: number | undefined;

  ringBy(instant: number, summary: string): void {
    if (this.ringsAt !== undefined && this.ringsAt <= instant) {
      return;
    }
    this.scope?.cancel();
    const scope = new CancellationScope();
    this.scope = scope;
    this.ringsAt = instant;
    scope
      .run(() => sleep(instant - Date.now(), { summary }))
      .then(
        () => this.ring(scope),
        () => undefined,
      );
  }

  private ring(scope: CancellationScope): void {
    if (scope === this.scope) {
      this.rings += 1;
      this.ringsAt = undefined;
    }
  }
}
