import { join } from 'node:path';
import { repositoryRoot } from '@dengke/local';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createPool } from 'mysql2/promise';

export const bareTaskQueue = 'bare';

/** Runs the bare workflows and their one activity, which writes one row to a schema of its own. */
export class BareWorker {
  private constructor(
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly release: () => Promise<void>,
  ) {}

  /** @param databaseRootUrl of a MariaDB, as one who may make schemas */
  static async begin(address: string, databaseRootUrl: string): Promise<BareWorker> {
    Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
    const pool = createPool({ uri: databaseRootUrl, connectionLimit: 20 });
    await pool.query('CREATE DATABASE IF NOT EXISTS dengke_bare');
    await pool.query(
      'CREATE TABLE IF NOT EXISTS dengke_bare.decision (workflow VARCHAR(80) NOT NULL, number INT NOT NULL, PRIMARY KEY (workflow, number))',
    );
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(repositoryRoot, 'bench/workflows/index.ts'),
      logger: new DefaultLogger('WARN'),
    });
    const connection = await NativeConnection.connect({ address });
    const writeRow = async ({ workflow, number }: { workflow: string; number: number }): Promise<void> => {
      await pool.query('INSERT INTO dengke_bare.decision VALUES (?, ?)', [workflow, number]);
    };
    const options = {
      connection,
      workflowBundle,
      taskQueue: bareTaskQueue,
      activities: { writeRow },
      stickyQueueScheduleToStartTimeout: '1s',
      maxCachedWorkflows: 500,
    };
    const worker = await Worker.create(options);
    const release = async (): Promise<void> => {
      await connection.close();
      await pool.end();
    };
    return new BareWorker(worker, worker.run(), release);
  }

  async end(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.release();
  }
}
