import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Instant } from '@dengke/contract';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { testServerClassPath } from './config';
import { instantOf } from './instants';
import { until } from './until';

/** Small and single-threaded: one of these runs beside every spec file. */
const javaOptions = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** A sleep runs through every timer on its way; on a busy machine that takes longer than a call's usual ten seconds. */
const sleepMs = 120_000;

/** Our own start of the time-skipping server: on a given day, and with more patience than the SDK's five seconds. */
export class TimeSkippingServer {
  private constructor(
    readonly address: string,
    readonly connection: Connection,
    private readonly server: ChildProcess,
  ) {}

  static async on(day: Instant): Promise<TimeSkippingServer> {
    const port = await freePort();
    const server = spawn('java', [...javaOptions, '-cp', testServerClassPath(), 'SeasonServer', String(port), day], { stdio: 'ignore' });
    let failed: Error | undefined;
    server.once('error', (error) => (failed = error));
    const address = `127.0.0.1:${port}`;
    const options: InternalConnectionOptions = { address, [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
    let connection: Connection | undefined;
    await until(`the time-skipping server answers on ${address}`, async () => {
      if (failed !== undefined || server.exitCode !== null) {
        throw failed ?? new Error(`The time-skipping server ended with code ${server.exitCode}`);
      }
      connection = await Connection.connect(options).catch(() => undefined);
      return connection !== undefined;
    });
    return new TimeSkippingServer(address, connection as Connection, server);
  }

  async now(): Promise<Instant> {
    const { time } = await this.service.getCurrentTime({});
    return instantOf(tsToMs(time));
  }

  /** Lets the time until an instant pass; timers on the way fire at theirs. */
  async passTo(at: Instant): Promise<void> {
    const ms = Date.parse(at) - Date.parse(await this.now());
    if (ms > 0) {
      await this.connection.withDeadline(performance.timeOrigin + performance.now() + sleepMs, () =>
        this.service.unlockTimeSkippingWithSleep({ duration: msToTs(ms) }),
      );
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
    this.server.kill('SIGKILL');
    if (this.server.exitCode === null && this.server.signalCode === null) {
      await once(this.server, 'exit');
    }
  }

  private get service(): NonNullable<Connection['testService']> {
    const { testService } = this.connection;
    if (testService === undefined) {
      throw new Error('The connection has no test service');
    }
    return testService;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
