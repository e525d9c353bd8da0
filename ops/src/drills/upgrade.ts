import { pollUntil } from '@dengke/e2e';
import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads, decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { handedOver } from '../verbs/hand-over';
import type { HandedOver } from '../verbs/hand-over';
import { replayedOn } from '../verbs/replay';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { differences, endingOf } from './endings';
import { hasAct, Stepping, toTheEnd } from './walks';
import { WorkerBuild } from './worker-build';
import type { Edit } from './worker-build';

const AFTER_MS = 1_000;
const file = 'submission/submission.workflow.ts';
const everyTurn = '  while (!isOver(journey.last.state)) {';
const imports = "import { makeContinueAsNewFunc, proxyActivities, workflowInfo } from '@temporalio/workflow';";
const importing = (names: string): Edit => [file, imports, imports.replace('proxyActivities', `${names}, proxyActivities`)];

/** A small change keeps to the old way where that was gone: the histories of before still fit. */
const small: readonly Edit[] = [
  importing('patched, upsertMemo'),
  [file, everyTurn, `${everyTurn}\n    if (patched('drill-upgrade')) {\n      upsertMemo({ code: 'small' });\n    }`],
];
/** A large one does otherwise from the first turn: no history of before fits. */
const large: readonly Edit[] = [importing('upsertMemo'), [file, everyTurn, `${everyTurn}\n    upsertMemo({ code: 'large' });`]];

/**
 * Submissions stand at every stage; the workers are replaced by such with a small change (`patched`), then by such with a large one (hand-over), then by
 * those of before (rollback, hand-over), and after each people go on by an act. All come to the end of an undisturbed walk, and no workflow task fails.
 */
export const upgradeDrill: Drill = async (say) => {
  say('building three versions of the worker');
  const before = await WorkerBuild.made('before', []);
  const patchedBuild = await WorkerBuild.made('small', small);
  const changed = await WorkerBuild.made('large', large);
  const house = await DrilledHouse.begin(say, { without: 'worker' });
  const builds = [before, patchedBuild, changed];
  const { addresses } = house.stack;
  const { publicUrl } = addresses;
  const replace = async (old: WorkerBuild, next: WorkerBuild, handing: boolean): Promise<Replaced> => {
    // What no task of the old version has followed yet would fit any.
    await pollUntil(
      `${old.name} has followed all`,
      () => house.reconcile(0),
      ({ found, silent }) => found.length + silent.length === 0,
    );
    const { unfit } = await replayedOn(house.temporal, next.bundle, []);
    await old.stop();
    const stoppedAt = performance.now();
    const { services, temporal: client } = house;
    const handed = handing ? await handedOver({ client, services, codePath: next.bundle, reason: `the drill: ${next.name}` }) : nothing;
    await next.start(addresses);
    const seconds = Math.round((performance.now() - stoppedAt) / 100) / 10;
    say(`${next.name} in the place of ${old.name} after ${seconds} s: ${unfit.length} did not fit, ${handed.rebuilt.length} made anew`);
    return { unfit: unfit.length, rebuilt: handed.rebuilt.length, left: handed.left, seconds };
  };
  try {
    await before.start(addresses);
    const undisturbed = await toTheEnd(publicUrl);
    const walks = new Stepping(publicUrl, 3);
    await walks.begin();
    say('submissions stand at every stage');
    const toSmall = await replace(before, patchedBuild, false);
    await walks.step(0);
    const toLarge = await replace(patchedBuild, changed, true);
    await walks.step(1);
    const back = await replace(changed, before, true);
    const walked = await walks.toTheEnd();
    const endings = await Promise.all(walked.map((one) => endingOf(house, one)));
    const histories = await lookedThrough(house.temporal);
    const still = await house.reconcile(AFTER_MS);
    const lost = walks.answered.filter(({ serial, path }) => !hasAct(walked, serial, path));
    return {
      figures: {
        ...{ submissions: walked.length, acts: walks.answered.length, lostActs: lost.length, failedTasks: histories.failed.length },
        ...{ small: toSmall, large: toLarge, rollback: back, ranUnder: histories.ranUnder },
      },
      faults: [
        ...(toSmall.unfit === 0 ? [] : ['a history does not fit the small change']),
        ...[toLarge, back].filter(({ unfit }) => unfit === 0).map(() => 'every history fits the large change: the drill tries nothing'),
        ...[toLarge, back].flatMap(({ left }) => left.map((line) => `left: ${line}`)),
        ...(histories.ranUnder.small > 0 && histories.ranUnder.large > 0 ? [] : ['a version of the worker was never used']),
        ...histories.failed.map((line) => `a workflow task failed: ${line}`),
        ...lost.map(({ serial, path }) => `lost: ${serial} ${path}`),
        ...walked.flatMap((one) => differences(undisturbed, one)),
        ...endings.flat(),
        ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
      ],
    };
  } finally {
    await Promise.all(builds.map((build) => build.stop()));
    await house.end();
  }
};

interface Replaced {
  unfit: number;
  rebuilt: number;
  left: string[];
  seconds: number;
}

const nothing: HandedOver = { replayed: 0, rebuilt: [], left: [] };

/** Every run of every workflow: tasks that failed, and which versions of the code it ran under. */
async function lookedThrough({ workflow, options: { loadedDataConverter: converter } }: Client) {
  const failed: string[] = [];
  const ranUnder = { small: 0, large: 0 };
  for await (const { workflowId, runId } of workflow.list()) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    const memos = (events ?? []).flatMap(
      ({ workflowPropertiesModifiedEventAttributes: properties }) => properties?.upsertedMemo?.fields?.['code'] ?? [],
    );
    const codes = await decodeArrayFromPayloads(converter, memos);
    ranUnder.small += codes.includes('small') ? 1 : 0;
    ranUnder.large += codes.includes('large') ? 1 : 0;
    const faults = (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: fault }) => (fault ? [fault] : []));
    for (const { failure } of faults.filter(({ cause }) => Number(cause) !== UNHANDLED_COMMAND)) {
      failed.push(`${workflowId}: ${(await decodeOptionalFailureToOptionalError(converter, failure))?.message}`);
    }
  }
  return { failed, ranUnder };
}

/** WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND: a fact came while the workflow ended, and the task is done again with it. No fault of any code. */
const UNHANDLED_COMMAND = 1;
