import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { restoreBackup, takeBackup, temporalServerVersion } from '@dengke/local';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { differences, endingOf } from './endings';
import { replicaOf } from './replica';
import { hasAct, Stepping, toTheEnd } from './walks';

const AFTER_MS = 1_000;
const kept = ['mariadb', 'mariadb-replica', 'mariadb-replica-log', 'postgresql', 'files', 'audit'];

/**
 * The production shape is backed up while submissions stand at every stage; people go on by an act; all is lost but the binary log, which lies on another disk.
 * It is restored to the end of the log, its workflows are made anew, its replica follows, and all come to the end of an undisturbed walk.
 */
export const restoreProductionDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say, { shape: 'production' });
  try {
    const { publicUrl } = house.stack.addresses;
    const undisturbed = await toTheEnd(publicUrl);
    say(`${undisturbed.serial} came to its end undisturbed`);
    const walks = new Stepping(publicUrl, 2);
    await walks.begin();
    const from = join(dirname(house.directory), 'backup');
    const { bytes } = await takeBackup(house.directory, from, say);
    await walks.step(0);
    const over = new Set(walks.over);
    const since = performance.now();
    await house.away(async () => {
      await Promise.all(kept.map((name) => rm(join(house.directory, name), { recursive: true, force: true })));
      await restoreBackup({ directory: house.directory, from, binaryLog: house.binaryLog, inProduction: true }, say);
    });
    const restoreSeconds = Math.round((performance.now() - since) / 100) / 10;
    const mended = await house.reconcile(AFTER_MS, 'restored into the production shape');
    const walked = await walks.toTheEnd();
    const lost = walks.answered.filter(({ serial, path }) => !hasAct(walked, serial, path));
    const endings = await Promise.all(walked.filter(({ serial }) => !over.has(serial)).map((one) => endingOf(house, one)));
    const replica = await replicaOf(house);
    const still = await house.reconcile(AFTER_MS);
    return {
      temporal: `server ${temporalServerVersion}, PostgreSQL`,
      figures: {
        ...{ submissions: walked.length, acts: walks.answered.length, lostActs: lost.length, backupBytes: bytes, restoreSeconds },
        ...{ outOfStep: mended.found.length, mended: mended.mended.length, replicaTables: replica.tables },
      },
      faults: [
        ...lost.map(({ serial, path }) => `lost: ${serial} ${path}`),
        ...(mended.found.length >= walked.length - over.size ? [] : ['Temporal’s store was not lost: the drill tries less than it says']),
        ...mended.left.map(({ subject, kind }) => `left: ${subject} ${kind}`),
        ...walked.flatMap((one) => differences(undisturbed, one)),
        ...endings.flat(),
        ...replica.different.map((table) => `the replica of MariaDB has something else: ${table}`),
        ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
      ],
    };
  } finally {
    await house.end();
  }
};
