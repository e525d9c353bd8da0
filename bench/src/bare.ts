import type { Client } from '@temporalio/client';
import { bareTaskQueue } from './bare-worker';
import { load } from './measure';
import type { Decided, Load } from './measure';

/** What one decision is to Temporal by itself, and the workflow that takes it. */
const workflowTypes = {
  signals: 'bareSignals',
  updateWithActivity: 'bareUpdates',
  updateWithLocalActivity: 'bareLocalUpdates',
} as const;
export type BareWay = keyof typeof workflowTypes;

/** Temporal by itself: a do-nothing workflow by signals, and one by Updates with a one-row activity, which a `BareWorker` runs. */
export class Bare {
  private made = 0;

  constructor(
    private readonly client: Client,
    private readonly way: BareWay,
    private readonly decisions: number,
  ) {}

  /** Starts so many, and waits until each has run its first task; not measured. */
  async prepare(count: number): Promise<string[]> {
    const type = workflowTypes[this.way];
    const ids = Array.from({ length: count }, () => `${type}/${Date.now().toString(36)}-${(this.made += 1)}`);
    await load(
      8,
      ids.map((workflowId) => async () => {
        const options = { workflowId, taskQueue: bareTaskQueue, args: [workflowId, this.decisions], workflowTaskTimeout: '2s' as const };
        const handle = await this.client.workflow.start(type, options);
        await handle.query('__stack_trace');
      }),
    );
    return ids;
  }

  /** @returns how the decisions were acknowledged, and milliseconds until every workflow had taken up the last and ended */
  async decide(clients: number, ids: readonly string[]): Promise<Decided> {
    const started = performance.now();
    const acknowledged: Load = await load(
      clients,
      ids.map((id) => async (timed) => {
        for (let number = 1; number <= this.decisions; number += 1) {
          await timed(() => this.decideOnce(id, number));
        }
      }),
    );
    await Promise.all(ids.map((id) => this.client.workflow.getHandle(id).result()));
    return { ...acknowledged, followed: performance.now() - started };
  }

  async decideOnce(id: string, number: number): Promise<void> {
    const handle = this.client.workflow.getHandle(id);
    await (this.way === 'signals' ? handle.signal('fact', number) : handle.executeUpdate('decide', { args: [number] }));
  }
}
