import type { Instant } from '@dengke/contract';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';

/** The season's one clock: the time-skipping server's. Only the season's driver moves it, and only at rest (design §6). */
export class SeasonClock {
  private constructor(readonly connection: Connection) {}

  static async connect(address: string): Promise<SeasonClock> {
    const options: InternalConnectionOptions = { address, [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
    return new SeasonClock(await Connection.connect(options));
  }

  async now(): Promise<Instant> {
    const { time } = await this.service.getCurrentTime({});
    return new Date(tsToMs(time)).toISOString();
  }

  /** Lets the time until an instant pass; timers on the way fire at theirs. An instant already passed does nothing. */
  async to(instant: Instant): Promise<void> {
    const left = Date.parse(instant) - Date.parse(await this.now());
    if (left > 0) {
      await this.service.unlockTimeSkippingWithSleep({ duration: msToTs(left) });
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private get service(): NonNullable<Connection['testService']> {
    const { testService } = this.connection;
    if (testService === undefined) {
      throw new Error('The connection has no test service');
    }
    return testService;
  }
}
