import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { submissionWorkflowId } from '@dengke/contract';
import type { WorkflowProgress } from '@dengke/contract';
import { pollUntil } from '@dengke/e2e';
import type { Walked } from '@dengke/e2e';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { halting, halts, toTheEnd } from './walks';

const AFTER_MS = 1_000;

/** Temporal's store lost altogether with submissions at every stage; rebuilt from the ledgers, and people go on to the same end. */
export const temporalLostDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say);
  try {
    const { publicUrl } = house.stack.addresses;
    const undisturbed = await toTheEnd(publicUrl);
    say(`${undisturbed.serial} came to its end undisturbed`);
    const { walks, standing, letGo } = await halted(publicUrl, say);
    const before = await progressesOf(house, standing);
    const lostAt = performance.now();
    await lose(house, say);
    const { found, mended, left } = await house.reconcile(AFTER_MS, 'Temporal’s store was lost');
    const recoverySeconds = (performance.now() - lostAt) / 1_000;
    say(`${found.length} out of step, ${mended.length} mended`);
    const after = await progressesOf(house, standing);
    letGo();
    const walked = await Promise.all(walks);
    const endings = await Promise.all(walked.map((one) => endingOf(house, one)));
    const still = await house.reconcile(AFTER_MS);
    return {
      figures: { submissions: walked.length, found: found.length, mended: mended.length, recoverySeconds },
      faults: [
        ...left.map(({ subject, kind }) => `left: ${subject} ${kind}`),
        ...standing.filter((_, at) => !isEqual(before[at], after[at])).map((serial) => `waits for something else than before: ${serial}`),
        ...walked.flatMap((one) => differences(undisturbed, one)),
        ...endings.flat(),
        ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
      ],
    };
  } finally {
    await house.end();
  }
};

/** One submission before each act for which somebody is waited for, all of them standing still. */
async function halted(address: string, say: (line: string) => void) {
  const standing: string[] = [];
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const walks: Promise<Walked>[] = [];
  for (const halt of halts) {
    await new Promise<void>((arrived, failed) => {
      const walk = halting(address, halt, async (serial) => {
        standing.push(serial);
        say(`${serial} stands before ${halt.join(' of ')}`);
        arrived();
        await gate;
      });
      walk.catch(failed);
      walks.push(walk);
    });
  }
  return { walks, standing, letGo };
}

/** Its files are removed, and it is killed before it can write them anew; started again it knows nothing. */
async function lose({ stack, directory }: DrilledHouse, say: (line: string) => void): Promise<void> {
  const before = stack.restarts('temporal');
  const folder = join(directory, 'temporal');
  await Promise.all((await readdir(folder)).map((file) => rm(join(folder, file))));
  stack.kill('temporal', 'SIGKILL');
  await pollUntil(
    'Temporal was started again',
    async () => stack.restarts('temporal'),
    (restarts) => restarts > before,
  );
  await stack.untilReady();
  say('Temporal’s store is lost, and Temporal began anew');
}

/** Of each, once it has followed its ledger to the last number. */
async function progressesOf(house: DrilledHouse, serials: readonly string[]): Promise<WorkflowProgress[]> {
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
function differences(undisturbed: Walked, walked: Walked): string[] {
  const acts = ({ timeline }: Walked): string => timeline.map(({ number, act, state }) => `${number} ${act} ${state}`).join(', ');
  const { serial, progress } = walked;
  return [
    ...(acts(walked) === acts(undisturbed) ? [] : [`${serial} went another way: ${acts(walked)}`]),
    ...(progress.state === undisturbed.progress.state ? [] : [`${serial} ended ${progress.state}`]),
    ...(progress.registrationNumber === null ? [`${serial} has no number`] : []),
  ];
}

/** Its workflow ended with the outcome that the ledger has. */
async function endingOf(house: DrilledHouse, { serial, progress }: Walked): Promise<string[]> {
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

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value as object).sort(([left], [right]) => left.localeCompare(right)));
