import { submissionWorkflowId } from '@dengke/contract';
import type { WorkflowProgress } from '@dengke/contract';
import { pollUntil } from '@dengke/e2e';
import type { Walked } from '@dengke/e2e';
import type { DrilledHouse } from './drilled-house';

/** Of each, once it has followed its ledger to the last number. */
export async function progressesOf(house: DrilledHouse, serials: readonly string[]): Promise<WorkflowProgress[]> {
  const progresses: WorkflowProgress[] = [];
  for (const serial of serials) {
    const [head] = await house.rows<{ lastNumber: number }>('SELECT lastNumber FROM ledger_head WHERE subject = ?', [
      submissionWorkflowId(serial),
    ]);
    progresses.push(
      await pollUntil(
        `${serial} has followed its ledger`,
        () => house.progressOf(submissionWorkflowId(serial)),
        ({ lastFact }) => lastFact === head?.lastNumber,
      ),
    );
  }
  return progresses;
}

/** The same acts in the same order, the same end, a number of its own. */
export function differences(undisturbed: Walked, walked: Walked): string[] {
  const acts = ({ timeline }: Walked): string => timeline.map(({ number, act, state }) => `${number} ${act} ${state}`).join(', ');
  const { serial, progress } = walked;
  return [
    ...(acts(walked) === acts(undisturbed) ? [] : [`${serial} went another way: ${acts(walked)}`]),
    ...(progress.state === undisturbed.progress.state ? [] : [`${serial} ended ${progress.state}`]),
    ...(progress.registrationNumber === null ? [`${serial} has no number`] : []),
  ];
}

/** Its workflow ended with the outcome that the ledger has. */
export async function endingOf(house: DrilledHouse, { serial, progress }: Walked): Promise<string[]> {
  const handle = house.temporal.workflow.getHandle(submissionWorkflowId(serial));
  await pollUntil(
    `the workflow of ${serial} has ended`,
    async () => (await handle.describe()).status.name,
    (status) => status !== 'RUNNING',
  );
  const { state, registrationNumber, lastFact } = progress;
  const wanted = { serial, state, lastFact, registrationNumber };
  return isEqual(await handle.result(), wanted) ? [] : [`the workflow of ${serial} ended otherwise than its ledger`];
}

export const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value as object).sort(([left], [right]) => left.localeCompare(right)));
