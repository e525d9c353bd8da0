/** The least that Temporal must do for the same case: what the product is measured against, never what it runs. */
import { condition, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

export interface BareActivities {
  /** Writes one row, durably. */
  writeRow(input: { workflow: string; number: number }): Promise<void>;
}

const { writeRow } = proxyActivities<BareActivities>({ startToCloseTimeout: '3s', taskQueue: 'bare' });

export const fact = defineSignal<[number]>('fact');
export const decide = defineUpdate<number, [number]>('decide');

/** Notes so many signals and ends; nothing else. */
export async function bareSignals(expected: number): Promise<void> {
  let seen = 0;
  setHandler(fact, () => {
    seen += 1;
  });
  await condition(() => seen >= expected, '30 days');
}

/** Each decision an Update whose handler has an activity write one row. */
export async function bareUpdates(workflow: string, expected: number): Promise<void> {
  let decided = 0;
  setHandler(decide, async (number) => {
    await writeRow({ workflow, number });
    decided += 1;
    return decided;
  });
  await condition(() => decided >= expected, '30 days');
}
