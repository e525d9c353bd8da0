import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { submissionWorkflowId } from '@dengke/contract';
import type { Reconciliation } from '@dengke/contract';
import { ApiClient, demonstrationPeople, pollUntil, Walk } from '@dengke/e2e';
import type { SentAct, Walked } from '@dengke/e2e';
import { restoreBackup, takeBackup } from '@dengke/local';
import type { Drill, Verdict } from './drill';
import { DrilledHouse } from './drilled-house';
import { differences, endingOf, isEqual } from './endings';
import { Stepping, toTheEnd } from './walks';

const AFTER_MS = 1_000;

/** How Temporal's store stands to MariaDB's after the restore: an act behind it, an act before it, or not there at all. */
const stores = ['older', 'newer', 'lost'] as const;
type Store = (typeof stores)[number];

/**
 * Backed up while submissions stand at every stage; people go on; all is lost. MariaDB is restored to an instant after the backup and before the last acts, Temporal's
 * store to another one. What MariaDB lost is listed where Temporal has it, sent again by its clients with the same keys, and all come to the end of an undisturbed walk.
 */
export const restoreDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say);
  try {
    const undisturbed = await toTheEnd(house.stack.addresses.publicUrl);
    say(`${undisturbed.serial} came to its end undisturbed`);
    const verdicts: [Store, Verdict][] = [];
    for (const store of stores) {
      say(`Temporal’s store is ${store}`);
      verdicts.push([store, await restored(house, store, undisturbed, say)]);
    }
    return {
      figures: Object.fromEntries(verdicts.map(([store, { figures }]) => [store, figures])),
      faults: verdicts.flatMap(([store, { faults }]) => faults.map((fault) => `${store}: ${fault}`)),
    };
  } finally {
    await house.end();
  }
};

/** What had ended before a store was lost altogether has no workflow any more, and needs none. */
async function restored(house: DrilledHouse, store: Store, undisturbed: Walked, say: (line: string) => void): Promise<Verdict> {
  const { publicUrl } = house.stack.addresses;
  const walks = new Stepping(publicUrl, 3);
  await walks.begin();
  const backup = join(dirname(house.directory), `backup-${store}`);
  const { seconds: backupSeconds, result: manifest } = await timed(() => takeBackup(house.directory, backup, say));
  await walks.step(0);
  const until = await nextSecond();
  await walks.step(1);
  const later = join(dirname(house.directory), `later-${store}`);
  await takeBackup(house.directory, later, say);
  const over = new Set(walks.over);
  const lost = walks.answered.filter(({ step }) => step === 1);
  const { seconds: restoreSeconds } = await timed(() =>
    house.away(async () => {
      await loseAll(house.directory);
      const { directory, binaryLog } = house;
      await restoreBackup({ directory, from: backup, binaryLog, until, withoutTemporal: store !== 'older' }, say);
      if (store === 'newer') {
        await rename(join(later, 'temporal'), join(directory, 'temporal'));
      }
    }),
  );
  const { seconds: reconcileSeconds, result: mended } = await timed(() => house.reconcile(AFTER_MS, `restored, Temporal’s store ${store}`));
  const redone = await redo(publicUrl, lost);
  const walked = await walks.toTheEnd();
  const followed = walked.filter(({ serial }) => store !== 'lost' || !over.has(serial));
  const endings = await Promise.all(followed.map((one) => endingOf(house, one)));
  const still = await house.reconcile(AFTER_MS);
  const { found } = mended;
  return {
    figures: {
      ...{ submissions: walked.length, lostActs: lost.length, outOfStep: found.length, mended: mended.mended.length },
      ...{ backupBytes: manifest.bytes, backupSeconds, restoreSeconds, reconcileSeconds },
    },
    faults: [
      ...mended.left.map(({ subject, kind }) => `left: ${subject} ${kind}`),
      ...unlisted(store, lost, mended),
      ...redone,
      ...walked.flatMap((one) => differences(undisturbed, one)),
      ...endings.flat(),
      ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
    ],
  };
}

/** Acts are dated to the second in the binary log: what comes from now on is of a later one. @returns the instant (ISO) up to which MariaDB is restored */
async function nextSecond(): Promise<string> {
  const until = (Math.floor(Date.now() / 1_000) + 1) * 1_000;
  await pollUntil(
    'the second is over',
    async () => Date.now(),
    (now) => now >= until,
  );
  return new Date(until).toISOString();
}

/** All that the house keeps, but for its secrets, which are kept apart, and its binary log, which lies on another disk. */
const loseAll = async (directory: string): Promise<void> => {
  await Promise.all(['mariadb', 'temporal', 'files', 'audit'].map((kept) => rm(join(directory, kept), { recursive: true, force: true })));
};

/** Where Temporal knows more than the ledgers, that is how one sees which acts MariaDB lost. */
function unlisted(store: Store, lost: readonly { serial: string }[], { found }: Reconciliation): string[] {
  if (store !== 'newer') {
    return [];
  }
  const listed = found.filter(({ kind }) => kind === 'ahead' || kind === 'ended').map(({ subject }) => subject);
  return lost
    .filter(({ serial }) => !listed.includes(submissionWorkflowId(serial)))
    .map(({ serial }) => `a lost act is not listed: ${serial}`);
}

/** Each act that was answered and lost is sent again with its key, twice: it is done once, and both get the same answer. */
async function redo(address: string, lost: readonly SentAct[]): Promise<string[]> {
  const people = await demonstrationPeople();
  const { cast } = new Walk({ address, people });
  const faults: string[] = [];
  for (const { part, path, body, key } of lost) {
    const client = await ApiClient.signIn(address, cast[part].login, people.password);
    const first = await client.act(path, body, key);
    const again = await client.act(path, body, key);
    faults.push(...(isEqual(first, again) ? [] : [`answered otherwise the second time: ${path}`]));
    await client.close();
  }
  return faults;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const since = performance.now();
  const result = await work();
  return { seconds: Math.round(performance.now() - since) / 1_000, result };
}
