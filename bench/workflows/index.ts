/** The least that Temporal must do for the same case: what the product is measured against, never what it runs. */
import { condition, defineSignal, defineUpdate, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export interface BareActivities {
  /** Writes one row, durably. */
  writeRow(input: { workflow: string; number: number }): Promise<void>;
}

const remote = proxyActivities<BareActivities>({ startToCloseTimeout: '3s', taskQueue: 'bare' });
const local = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '3s' });

export const fact = defineSignal<[number]>('fact');
export const decide = defineUpdate<number, [number]>('decide');

/** Notes so many signals and ends; nothing else. */
export async function bareSignals(_workflow: string, expected: number): Promise<void> {
  let seen = 0;
  setHandler(fact, () => {
    seen += 1;
  });
  await condition(() => seen >= expected, '30 days');
}

/** Each decision an Update whose handler has an activity write one row. */
export async function bareUpdates(workflow: string, expected: number): Promise<void> {
  await decided(remote, workflow, expected);
}

/** The same with a local activity: the row is written by whoever runs the workflow task. */
export async function bareLocalUpdates(workflow: string, expected: number): Promise<void> {
  await decided(local, workflow, expected);
}

async function decided(activities: BareActivities, workflow: string, expected: number): Promise<void> {
  let count = 0;
  setHandler(decide, async (number) => {
    await activities.writeRow({ workflow, number });
    count += 1;
    return count;
  });
  await condition(() => count >= expected, '30 days');
}
