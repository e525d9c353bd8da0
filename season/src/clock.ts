import type { Instant } from '@dengke/contract';
import { Client, credentials } from '@grpc/grpc-js';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';

/** The server refuses to be asked oftener than each five minutes whether it is there, and drops the connection; whatever slept on it sleeps once more. */
const KEPT_ALIVE_MS = 600_000;
/** Each sleep is short in real time too, whatever wakes in it. */
const LONGEST_SLEEP_MS = 5 * 86_400_000;
/** The clock goes on a little while something is done. */
const SOON_MS = 3_600_000;

/** The season's one clock: the time-skipping server's. Only the season's driver moves it, and only at rest (docs/season.md). */
export class SeasonClock {
  private constructor(
    readonly connection: Connection,
    /** For what the artifact has no words for. */
    private readonly server: Client,
  ) {}

  static async connect(address: string): Promise<SeasonClock> {
    const options: InternalConnectionOptions = {
      address,
      channelArgs: { 'grpc.keepalive_time_ms': KEPT_ALIVE_MS },
      [InternalConnectionOptionsSymbol]: { supportsTestService: true },
    };
    return new SeasonClock(await Connection.connect(options), new Client(address, credentials.createInsecure(), options.channelArgs));
  }

  async now(): Promise<Instant> {
    const { time } = await this.service.getCurrentTime({});
    return new Date(tsToMs(time)).toISOString();
  }

  /** The workflows that have not ended, by their ids; those that have something to do are busy. */
  async running(): Promise<{ ids: Set<string>; busy: string[] }> {
    const lines = (await this.asked('/dengke.Season/Running')).split('\n').filter((line) => line !== '');
    const known = lines.map((line) => line.split(' ', 2) as ['busy' | 'waiting', string]);
    return { ids: new Set(known.map(([, id]) => id)), busy: known.filter(([state]) => state === 'busy').map(([, id]) => id) };
  }

  /**
   * Lets the time until an instant pass; timers on the way fire at theirs. An instant already passed does nothing.
   * @throws Error when the clock has run past it
   */
  async to(instant: Instant): Promise<void> {
    for (let left = await this.left(instant); left > 0; left = await this.left(instant)) {
      await this.service.unlockTimeSkippingWithSleep({ duration: msToTs(Math.min(left, LONGEST_SLEEP_MS)) });
    }
    if ((await this.left(instant)) < -SOON_MS) {
      throw new Error(`The clock should stand at ${instant} and has run on to ${await this.now()}`);
    }
  }

  private async left(instant: Instant): Promise<number> {
    return Date.parse(instant) - Date.parse(await this.now());
  }

  /** Our own addition to the server (infra/temporal/SeasonServer.java): nothing in, a text out. */
  private asked(method: string): Promise<string> {
    const bytes = (value: Buffer): Buffer => value;
    return new Promise((resolve, reject) => {
      this.server.makeUnaryRequest(method, bytes, bytes, Buffer.alloc(0), (error, answer) =>
        error === null ? resolve(String(answer)) : reject(error),
      );
    });
  }

  close(): Promise<void> {
    this.server.close();
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
