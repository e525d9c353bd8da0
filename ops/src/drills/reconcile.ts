import { submissionWorkflowId } from '@dengke/contract';
import type { Divergence, Reconciliation } from '@dengke/contract';
import { pollUntil } from '@dengke/e2e';
import { replayedOn, workflowBundle } from '../verbs/replay';
import type { Drill, Verdict } from './drill';
import { DrilledHouse } from './drilled-house';
import { begun, plantedElsewhere } from './planted-elsewhere';
import { plantedAtTheEnd, plantedUnderWay } from './planted';
import { halts, standing, toTheEnd } from './walks';

/** Between two looks while people work. */
const AFTER_MS = 1_000;
const kinds = [...Object.entries(plantedUnderWay), ...Object.entries(plantedAtTheEnd)];

/** Every kind of divergence planted once, each on a submission of its own, and some on a window, a letter and an application; found, mended, and nothing else found, before, beside and after. */
export const reconcileDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say);
  try {
    const others = await begun(house);
    const { serials, falseAlarms, looks, looked } = await healthy(house, say);
    const planted = [...(await plantedElsewhere(house, others)), ...(await plant(house, serials, say))];
    say(`${planted.length} divergences are planted`);
    const started = performance.now();
    const reconciliation = await house.reconcile(AFTER_MS, 'the drill');
    const seconds = (performance.now() - started) / 1_000;
    const after = await house.reconcile(AFTER_MS);
    const strangers = reconciliation.found.filter((one) => !planted.some((other) => isSame(one, other)));
    const verdict = await judge(house, planted, reconciliation, after);
    const { replayed, unfit } = await replayedOn(house.temporal, workflowBundle, []);
    const figures = {
      ...{ planted: planted.length, found: planted.length - verdict.missed, mended: reconciliation.mended.length, seconds },
      ...{ falseAlarms: falseAlarms.length + strangers.length, healthyLooks: looks, healthyLooked: looked, replayed },
    };
    const faults = [
      ...[...falseAlarms, ...strangers].map((one) => `false alarm: ${lineOf(one)}`),
      ...verdict.faults,
      ...unfit.map(({ workflowId, fault }) => `does not replay: ${workflowId}: ${fault}`),
    ];
    return { figures, faults } satisfies Verdict;
  } finally {
    await house.end();
  }
};

/** People work; meanwhile it is looked again and again, and nothing may be found. */
async function healthy(house: DrilledHouse, say: (line: string) => void) {
  const { publicUrl } = house.stack.addresses;
  const serials: string[] = [];
  let works = true;
  const watched = watch(house, () => works);
  for (const [index, [kind]] of kinds.entries()) {
    const isAtTheEnd = kind in plantedAtTheEnd;
    const serial = isAtTheEnd
      ? (await toTheEnd(publicUrl)).serial
      : await standing(publicUrl, halts[index % halts.length] ?? ['open', 'unit']);
    serials.push(serial);
    say(`${serial} ${isAtTheEnd ? 'has come to its end' : 'stands somewhere'}`);
  }
  works = false;
  await pollUntil(
    'all is told',
    () => house.rows('SELECT id FROM outbox'),
    (rows) => rows.length === 0,
  );
  return { serials, ...(await watched) };
}

async function watch(house: DrilledHouse, works: () => boolean) {
  const falseAlarms: Divergence[] = [];
  let looks = 0;
  let looked = 0;
  do {
    const look = await house.reconcile(AFTER_MS);
    falseAlarms.push(...look.found);
    looks += 1;
    looked += look.looked;
  } while (works());
  return { falseAlarms, looks, looked };
}

async function plant(house: DrilledHouse, serials: readonly string[], say: (line: string) => void): Promise<Divergence[]> {
  const planted: Divergence[] = [];
  const inOrder = [...kinds.entries()].sort(
    ([, [one]], [, [other]]) => Number(one === 'round-missing') - Number(other === 'round-missing'),
  );
  for (const [index, [kind, breaks]] of inOrder) {
    const subject = await breaks(house, serials[index] ?? '');
    planted.push({ subject, kind: kind as Divergence['kind'], because: 'planted' });
    say(`planted: ${subject} ${kind}`);
  }
  return planted;
}

async function judge(house: DrilledHouse, planted: readonly Divergence[], { found, left, silent }: Reconciliation, after: Reconciliation) {
  const missed = planted.filter((one) => !found.some((other) => isSame(one, other)));
  const ledger = await house.rows<{ subject: string }>(
    "SELECT h.subject FROM ledger_head h WHERE h.subject LIKE 'submission/%' AND h.lastNumber <> (SELECT COUNT(*) FROM ledger_entry e WHERE e.subject = h.subject)",
  );
  const recorded = await house.rows<{ subject: string }>("SELECT DISTINCT subject FROM ledger_entry WHERE subject LIKE 'operations/%'");
  const unrecorded = planted.filter(
    ({ subject }) => subject.startsWith(submissionWorkflowId('')) && !recorded.some((row) => row.subject === `operations/${subject}`),
  );
  return {
    missed: missed.length,
    faults: [
      ...missed.map((one) => `not found: ${lineOf(one)}`),
      ...left.map((one) => `left: ${lineOf(one)}`),
      ...[...silent, ...after.silent].map((workflowId) => `does not answer: ${workflowId}`),
      ...after.found.map((one) => `still out of step: ${lineOf(one)}`),
      ...ledger.map(({ subject }) => `the ledger has gaps: ${subject}`),
      ...unrecorded.map((one) => `not in the audit: ${lineOf(one)}`),
    ],
  };
}

const isSame = (one: Divergence, other: Divergence): boolean => one.subject === other.subject && one.kind === other.kind;
const lineOf = ({ subject, kind, because }: Divergence): string => `${subject} ${kind} (${because})`;
