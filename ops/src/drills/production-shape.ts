import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionAct } from '@dengke/contract';
import { ApiClient, demonstrationPeople, pollUntil, toldToCompleter, Walk, wholeWay } from '@dengke/e2e';
import type { Part, Walked } from '@dengke/e2e';
import type { Part as Process } from '@dengke/local';
import { temporalServerVersion } from '@dengke/local';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { endingOf } from './endings';
import { replicaOf } from './replica';
import { walkthroughsOf } from './walkthroughs';

const AFTER_MS = 1_000;
/** Killed while the act is under way, each time both. */
const victims: readonly Process[] = ['achievements', 'worker'];
const killedAt: readonly (readonly [SubmissionAct, Part])[] = [
  ['release', 'unit'],
  ['recommend', 'organiser'],
  ['approve', 'department'],
];
const replicas = ['achievements', 'achievements-2'] as const;

/**
 * The production shape as processes: one submission from its unit to the ministry while one replica of achievements and one worker are killed, three times; then
 * all walks through the portal, where there is a browser.
 */
export const productionShapeDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say, { shape: 'production' });
  try {
    const { publicUrl } = house.stack.addresses;
    const since = performance.now();
    const { walked, retries, login } = await disturbed(house, publicUrl, say);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    await house.stack.untilReady();
    const ending = await endingOf(house, walked);
    const told = await toldTimes(walked, publicUrl, login);
    const lost = await lostOrDoubled(house, walked);
    const requests = await requestsOf(house.directory);
    const restarts = Object.fromEntries(victims.map((name) => [name, house.stack.restarts(name)]));
    const portal = await walkthroughsOf(house, say);
    const still = await house.reconcile(AFTER_MS);
    const replica = await replicaOf(house);
    return {
      temporal: `server ${temporalServerVersion}, PostgreSQL`,
      figures: {
        acts: walked.acts.length,
        kills: killedAt.length * victims.length,
        restarts,
        retries,
        seconds,
        requests,
        walkthroughs: portal.walkthroughs,
        replicaTables: replica.tables,
      },
      faults: [
        ...lost,
        ...ending,
        ...told,
        ...victims.filter((name) => restarts[name] !== killedAt.length).map((name) => `${name} was started again ${restarts[name]} times`),
        ...Object.entries(requests)
          .filter(([, count]) => count === 0)
          .map(([name]) => `${name} was asked nothing`),
        ...portal.faults,
        ...replica.different.map((table) => `the replica of MariaDB has something else: ${table}`),
        ...still.found.map(({ subject, kind, because }) => `out of step at the end: ${subject} ${kind} (${because})`),
      ],
    };
  } finally {
    await house.end();
  }
};

async function disturbed(house: DrilledHouse, address: string, say: (line: string) => void) {
  const people = await demonstrationPeople();
  const left = new Set(killedAt.map(String));
  let retries = 0;
  const before = async (act: SubmissionAct, part: Part): Promise<void> => {
    if (left.delete(String([act, part]))) {
      await house.stack.untilReady();
      say(`${act} of ${part}: ${victims.join(' and ')} are killed`);
      // Not waited for: the act and the kills race, which is the point.
      victims.forEach((name) => setTimeout(() => house.stack.kill(name, 'SIGKILL'), Math.random() * 6));
    }
  };
  const walk = new Walk({ address, people, before, client: { onRetry: () => (retries += 1) } });
  const walked = await walk.toTheEnd();
  return { walked, retries, login: walk.cast.completer.login };
}

/** Every act once, in its order, in the timeline as in the ledger; nothing waits to be told. */
async function lostOrDoubled(house: DrilledHouse, { serial, timeline, progress }: Walked): Promise<string[]> {
  const subject = `submission/${serial}`;
  const ledger = await house.rows<{ kind: string }>('SELECT kind FROM ledger_entry WHERE subject = ? ORDER BY number', [subject]);
  const waiting = await pollUntil(
    'nothing waits to be told',
    () => house.rows<{ id: number }>('SELECT id FROM outbox WHERE subject = ?', [subject]),
    ({ length }) => length === 0,
  );
  const given = await house.rows<{ numbers: number }>('SELECT COUNT(DISTINCT registrationNumber) AS numbers FROM submission');
  const [acts, kinds] = [timeline.map(({ act }) => act).join(), ledger.map(({ kind }) => kind).join()];
  return [
    ...(acts === wholeWay.join() ? [] : [`${serial} went another way: ${acts}`]),
    ...(kinds === acts ? [] : [`the ledger of ${serial} says something else: ${kinds}`]),
    ...(timeline.every(({ number }, at) => number === at + 1) ? [] : [`the timeline of ${serial} has gaps`]),
    ...(progress.state === 'reported' && given[0]?.numbers === 1 ? [] : [`${serial} ended ${progress.state}`]),
    ...waiting.map(({ id }) => `waits to be told: ${id}`),
  ];
}

/** The completer was told of each thing once. */
async function toldTimes({ serial, timeline }: Walked, address: string, login: string): Promise<string[]> {
  const completer = await ApiClient.signIn(address, login, (await demonstrationPeople()).password);
  const expected = timeline.filter(({ act }) => toldToCompleter.includes(act)).map(({ number }) => number);
  const told = await pollUntil(
    'the completer was told',
    async () => {
      const { items } = await completer.read<{ items: { about: { serial?: string; fact?: number } }[] }>('/inbox?limit=100');
      return items.filter(({ about }) => about.serial === serial).map(({ about }) => Number(about.fact));
    },
    ({ length }) => length >= expected.length,
  );
  await completer.close();
  const numbers = told.sort((one, other) => one - other).join();
  return numbers === expected.join() ? [] : [`the completer was told of ${numbers} instead of ${expected.join()}`];
}

/** How many requests each replica of achievements has answered, by its log. */
async function requestsOf(directory: string): Promise<Record<string, number>> {
  const counts = replicas.map(async (name): Promise<[string, number]> => {
    const log = await readFile(join(directory, 'logs', `${name}.log`), 'utf8');
    return [name, log.split('\n').filter((line) => line.includes('"route":')).length];
  });
  return Object.fromEntries(await Promise.all(counts));
}
