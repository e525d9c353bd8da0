import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createPool } from 'mysql2/promise';
import type { Pool } from 'mysql2/promise';
import { load } from './measure';
import type { Load } from './measure';

const taskQueue = 'bare';

/** Temporal by itself on the same server and MariaDB: a do-nothing workflow by signals, and one by Updates with a one-row activity. */
export class Bare {
  private made = 0;

  private constructor(
    private readonly client: Client,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly pool: Pool,
    private readonly connection: NativeConnection,
  ) {}

  static async begin(client: Client, address: string, databaseRootUrl: string): Promise<Bare> {
    Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
    const pool = createPool({ uri: databaseRootUrl, connectionLimit: 20 });
    await pool.query('CREATE DATABASE IF NOT EXISTS dengke_bare');
    await pool.query(
      'CREATE TABLE IF NOT EXISTS dengke_bare.decision (workflow VARCHAR(80) NOT NULL, number INT NOT NULL, PRIMARY KEY (workflow, number))',
    );
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(__dirname, '../workflows/index.ts'),
      logger: new DefaultLogger('WARN'),
    });
    const connection = await NativeConnection.connect({ address });
    const writeRow = async ({ workflow, number }: { workflow: string; number: number }): Promise<void> => {
      await pool.query('INSERT INTO dengke_bare.decision VALUES (?, ?)', [workflow, number]);
    };
    const options = {
      connection,
      workflowBundle,
      taskQueue,
      activities: { writeRow },
      stickyQueueScheduleToStartTimeout: '1s',
      maxCachedWorkflows: 500,
    };
    const worker = await Worker.create(options);
    return new Bare(client, worker, worker.run(), pool, connection);
  }

  /** @returns milliseconds until every workflow had taken up its signals */
  async signals(clients: number, workflows: number, each: number): Promise<number> {
    const ids = await this.start('bareSignals', workflows, () => [each]);
    const started = performance.now();
    await load(
      clients,
      ids.map((id) => async () => this.signal(id, each)),
    );
    await Promise.all(ids.map((id) => this.client.workflow.getHandle(id).result()));
    return performance.now() - started;
  }

  async updates(clients: number, workflows: number, each: number): Promise<Load> {
    const ids = await this.start('bareUpdates', workflows, (id) => [id, each]);
    return load(
      clients,
      ids.map((id) => async (timed: <T>(call: () => Promise<T>) => Promise<T>) => {
        for (let number = 1; number <= each; number += 1) {
          await timed(() => this.client.workflow.getHandle(id).executeUpdate('decide', { args: [number] }));
        }
      }),
    );
  }

  async end(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.connection.close();
    await this.pool.end();
  }

  private async signal(id: string, each: number): Promise<void> {
    for (let number = 1; number <= each; number += 1) {
      await this.client.workflow.getHandle(id).signal('fact', number);
    }
  }

  /** Starts them outside the measured part, and waits until each has run its first task. */
  private async start(type: string, count: number, argsOf: (id: string) => unknown[]): Promise<string[]> {
    const ids = Array.from({ length: count }, () => `${type}/${Date.now().toString(36)}-${(this.made += 1)}`);
    await load(
      8,
      ids.map((workflowId) => async () => {
        await this.client.workflow.start(type, { workflowId, taskQueue, args: argsOf(workflowId), workflowTaskTimeout: '2s' });
      }),
    );
    await load(
      8,
      ids.map((workflowId) => async () => {
        await this.client.workflow.getHandle(workflowId).query('__stack_trace');
      }),
    );
    return ids;
  }
}
