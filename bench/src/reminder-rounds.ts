import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Pages } from '../workflows/reminders';

const taskQueue = 'bench-reminders';
/** Ten pages, as of one run of the round: its history holds each of them. */
const perWorkflow = 30_000;

/** Rounds conducted on a real Temporal as the product's are: one activity for each page of what is due, one for the digests. */
export class ReminderRounds {
  private made = 0;

  private constructor(
    private readonly client: Client,
    private readonly connection: NativeConnection,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
  ) {}

  static async begin(address: string): Promise<ReminderRounds> {
    const logger = new DefaultLogger('WARN');
    Runtime.install({ logger, shutdownSignals: [] });
    const workflowBundle = await bundleWorkflowCode({ workflowsPath: join(__dirname, '../workflows/reminders.ts'), logger });
    const connection = await NativeConnection.connect({ address });
    const worker = await Worker.create({ connection, workflowBundle, taskQueue });
    return new ReminderRounds(new Client({ connection }), connection, worker, worker.run());
  }

  /** @returns how many reminders were new */
  async note(pages: Pages): Promise<number> {
    let noted = 0;
    for (let from = pages.from; from < pages.to; from += perWorkflow) {
      noted += await this.run<number>('noteDue', { ...pages, from, to: Math.min(from + perWorkflow, pages.to) });
    }
    return noted;
  }

  send(round: { on: string; at: string }): Promise<number> {
    return this.run<number>('sendAll', round);
  }

  async end(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.connection.close();
  }

  private run<T>(type: string, input: object): Promise<T> {
    const workflowId = `bench-reminders-${(this.made += 1)}`;
    return this.client.workflow.execute(type, { workflowId, taskQueue, args: [input] }) as Promise<T>;
  }
}
