import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findMariadbServer } from '../find-mariadb';
import { findReaders } from '../find-readers';
import type { TimeSkippingServer } from '../find-time-skipping';
import { findTimeSkippingServer } from '../find-time-skipping';
import { findTemporalBinary } from '../find-temporal';
import { mariadbPlan, rootUrlOf } from '../mariadb';
import { endLeftovers } from '../pid-files';
import { onFreePorts } from '../ports';
import type { Log } from '../progress';
import type { Stack } from '../stack';
import { startStack } from '../stack';
import { Supervisor } from '../supervisor';

/**
 * What the specs need besides code. Finding (on a new machine: fetching and building) goes on from the first moment beside the
 * stages that need nothing; each server is started when its stage begins.
 */
export class TestServers {
  private readonly timeSkipping: Promise<TimeSkippingServer>;
  private readonly temporal: Promise<string>;
  private readonly readers: Promise<void>;
  private databases: Supervisor;
  private database: Promise<string> | undefined;
  private stack: Promise<Stack> | undefined;

  constructor(
    private readonly folder: string,
    private readonly log: Log,
  ) {
    this.timeSkipping = findTimeSkippingServer(log);
    this.temporal = findTemporalBinary(log);
    this.readers = findReaders(['poppler', 'gnumeric'], log);
    this.databases = new Supervisor(folder, true, log);
    // Whoever needs one of them hears of its failure.
    this.timeSkipping.catch(() => undefined);
    this.temporal.catch(() => undefined);
    this.readers.catch(() => undefined);
  }

  /** For specs that read what was written; the programs for that are on PATH then. */
  async readerEnvironment(): Promise<Record<string, string>> {
    await this.readers;
    return {};
  }

  /** For workflow specs: what `java -cp` starts as `SeasonServer PORT INSTANT`. */
  async workflowEnvironment(): Promise<Record<string, string>> {
    return { DENGKE_TEST_SERVER_CLASS_PATH: (await this.timeSkipping).classPath };
  }

  /** For service specs: root address of a MariaDB that is thrown away, in which every spec makes a schema of its own. */
  async serviceEnvironment(): Promise<Record<string, string>> {
    this.database ??= this.startDatabase();
    return { DENGKE_TEST_DATABASE_URL: await this.database, ...(await this.readerEnvironment()) };
  }

  /** For the walkthroughs: everything, running; `attachToStack` finds and kills its parts by the directory. */
  async stackEnvironment(): Promise<Record<string, string>> {
    await this.temporal;
    const dir = join(this.folder, 'stack');
    this.stack ??= this.clear(dir).then(() =>
      startStack({ dir, temporal: 'dev', profile: 'local', supervise: true, log: (line) => this.log(`  ${line}`) }),
    );
    await this.stack;
    return { DENGKE_TEST_STACK_DIR: dir, ...(await this.workflowEnvironment()), ...(await this.serviceEnvironment()) };
  }

  async stop(): Promise<void> {
    await (await this.stack?.catch(() => undefined))?.stop();
    await this.database?.catch(() => undefined);
    await this.databases.stop();
  }

  /** Specs begin with nothing; what an interrupted run left is ended before its pid files go. */
  private async clear(directory: string): Promise<void> {
    await endLeftovers(directory, this.log);
    await rm(directory, { recursive: true, force: true });
  }

  private async startDatabase(): Promise<string> {
    const given = process.env['DENGKE_TEST_DATABASE_URL'];
    if (given !== undefined && given !== '') {
      return given;
    }
    const directory = join(this.folder, 'database');
    await this.clear(directory);
    return onFreePorts(async ({ mariadb }) => {
      const settings = { directory, port: mariadb, rootPassword: 'specs', durability: 'none' as const };
      this.databases = new Supervisor(this.folder, true, this.log);
      try {
        await this.databases.start(await mariadbPlan(await findMariadbServer(this.log), settings, this.log));
      } catch (error) {
        await this.databases.stop();
        throw error;
      }
      return rootUrlOf(settings);
    }, this.log);
  }
}
