import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pollUntil } from '@dengke/e2e';
import { lostPrimary, promoteReplica, temporalServerVersion } from '@dengke/local';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { differences, endingOf } from './endings';
import { replicaOf } from './replica';
import { hasAct, Stepping, toTheEnd } from './walks';

const AFTER_MS = 1_000;
/** So long people go on asking for an answer, with the same key. */
const PATIENCE_MS = 300_000;
/** Answered from the moment on when all walk until MariaDB is lost. */
const UNDER_WAY = 12;

/**
 * Submissions are on their way from every stage at once when MariaDB is killed, and its data and its log are gone. Its replica takes its place by the steps of
 * docs/operations.md; people go on with the acts that were not answered. No act that was answered is lost, and all come to the end of an undisturbed walk.
 */
export const promoteDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say, { shape: 'production' });
  try {
    const { publicUrl } = house.stack.addresses;
    const undisturbed = await toTheEnd(publicUrl);
    say(`${undisturbed.serial} came to its end undisturbed`);
    const walks = new Stepping(publicUrl, 1, { patienceMillis: PATIENCE_MS });
    await walks.begin();
    const [semiSync] = await house.rows<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Rpl_semi_sync_master_status'");
    const [begun, ended] = [walks.answered.length, walks.toTheEnd()];
    ended.catch(() => undefined);
    await pollUntil(
      'acts are under way',
      async () => walks.answered.length,
      (count) => count >= begun + UNDER_WAY,
    );
    const lostAt = performance.now();
    await lose(house);
    say('MariaDB is lost');
    await lostPrimary(house.directory, say);
    const answered = walks.answered.length;
    await house.away(() => promoteReplica(house.directory, say));
    await pollUntil(
      'an act is answered again',
      async () => walks.answered.length,
      (count) => count > answered,
      PATIENCE_MS,
    );
    const awaySeconds = Math.round((performance.now() - lostAt) / 100) / 10;
    const mended = await house.reconcile(AFTER_MS, 'the replica was promoted');
    const walked = await ended;
    const lost = walks.answered.filter(({ serial, path }) => !hasAct(walked, serial, path));
    const endings = await Promise.all(walked.map((one) => endingOf(house, one)));
    const replica = await replicaOf(house);
    const still = await house.reconcile(AFTER_MS);
    return {
      temporal: `server ${temporalServerVersion}, PostgreSQL`,
      figures: {
        ...{ submissions: walked.length, acts: walks.answered.length, answeredBefore: answered, lostActs: lost.length },
        ...{ awaySeconds, outOfStep: mended.found.length, mended: mended.mended.length, replicaTables: replica.tables },
      },
      faults: [
        ...(semiSync?.Value === 'ON' ? [] : ['MariaDB did not wait for its replica: the drill tries nothing']),
        ...(walks.answered.length > answered ? [] : ['nothing was under way']),
        ...lost.map(({ serial, path }) => `lost: ${serial} ${path}`),
        ...mended.silent.map((workflowId) => `does not answer: ${workflowId}`),
        ...mended.left.map(({ subject, kind }) => `left: ${subject} ${kind}`),
        ...walked.flatMap((one) => differences(undisturbed, one)),
        ...endings.flat(),
        ...replica.different.map((table) => `the new replica of MariaDB has something else: ${table}`),
        ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
      ],
    };
  } finally {
    await house.end();
  }
};

/** What lay on its disks is gone, and it dies: whoever starts it again does so in vain. */
async function lose({ directory, binaryLog, stack }: DrilledHouse): Promise<void> {
  const [data, gone] = [join(directory, 'mariadb'), join(dirname(directory), 'gone')];
  await rename(data, gone);
  await rename(binaryLog, `${gone}-log`);
  stack.kill('mariadb', 'SIGKILL');
}
