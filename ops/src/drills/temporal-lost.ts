import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pollUntil } from '@dengke/e2e';
import type { Walked } from '@dengke/e2e';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { differences, endingOf, isEqual, progressesOf } from './endings';
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
