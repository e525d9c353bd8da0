import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageNames } from '@dengke/contract';
import type { Reconciliation, WorkflowProgress } from '@dengke/contract';
import { startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { ServiceClient } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { createConnection } from 'mysql2/promise';
import type { Connection as Database, RowDataPacket } from 'mysql2/promise';

const LOOKING_MS = 300_000;
const names = ['accounts', 'achievements', 'notifications'] as const;

/** A whole house of its own, with the keys to its servers: a drill breaks what only their owner could. */
export class DrilledHouse {
  private constructor(
    readonly stack: Stack,
    readonly directory: string,
    readonly temporal: Client,
    private readonly services: Record<(typeof names)[number], ServiceClient>,
    private readonly database: Database,
  ) {}

  static async begin(say: (line: string) => void): Promise<DrilledHouse> {
    const directory = await mkdtemp(join(tmpdir(), 'dengke-drill-'));
    say('starting a house of its own');
    const env = { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } };
    const stack = await startStack({ dir: directory, temporal: 'dev', profile: 'local', supervise: true, env });
    const { accountsUrl, achievementsUrl, notificationsUrl, temporalAddress } = stack.addresses;
    const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
    const services = {
      accounts: new ServiceClient(accountsUrl, service),
      achievements: new ServiceClient(achievementsUrl, service),
      notifications: new ServiceClient(notificationsUrl, service),
    };
    const database = await createConnection(stack.databaseRootUrl);
    await database.query(`USE \`${new URL(stack.addresses.databaseUrls['achievements'] ?? '').pathname.slice(1)}\``);
    const temporal = new Client({ connection: await Connection.connect({ address: temporalAddress }) });
    return new DrilledHouse(stack, directory, temporal, services, database);
  }

  async end(): Promise<void> {
    await Promise.all(Object.values(this.services).map((service) => service.close()));
    await this.database.end();
    await this.temporal.connection.close();
    await this.stack.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** What is out of step, over all services; with a reason it is mended. */
  async reconcile(after: number, reason?: string): Promise<Reconciliation> {
    const path = '/internal/reconciliation';
    const order = { after, operator: 'drill', reason };
    const results = await Promise.all(
      names.map((name) =>
        reason === undefined
          ? this.services[name].get<Reconciliation>(path, { query: { after }, timeoutMs: LOOKING_MS })
          : this.services[name].post<Reconciliation>(path, order, { timeoutMs: LOOKING_MS }),
      ),
    );
    return {
      looked: results.reduce((sum, { looked }) => sum + looked, 0),
      silent: results.flatMap(({ silent }) => silent),
      found: results.flatMap(({ found }) => found),
      mended: results.flatMap(({ mended }) => mended),
      left: results.flatMap(({ left }) => left),
    };
  }

  /** In the schema of achievements, as root. */
  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.query<RowDataPacket[]>(sql, parameters))[0] as T[];
  }

  progressOf(workflowId: string): Promise<WorkflowProgress> {
    return this.temporal.workflow.getHandle(workflowId).query<WorkflowProgress>(messageNames.progress);
  }
}
