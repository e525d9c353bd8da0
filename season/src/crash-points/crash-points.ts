import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSecrets, localDirectory, poll, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { createConnection } from 'mysql2/promise';
import { goesOn, pidOf, startedAgain } from '../kills/going-on';
import type { Verdict } from '../kills/judgements';
import { Traffic } from '../kills/traffic';
import { judge } from '../kills/verdict';
import { restlessServices } from '../rest';
import { Letters, SignIns } from './errands';
import { Fuse } from './fuse';
import { judgeMails } from './mails';
import { nameOf, steps } from './points';
import type { CrashPoint, Service } from './points';

/** Submissions under way: enough that others are met by each death, and few enough that it is soon over. */
const AT_ONCE = 3;
/** Until everybody and everything of the seed is known to all services. */
const KNOWN_WITHIN_MS = 120_000;
/** People do every act again and again: who is not there by then never comes there. */
const REACHED_WITHIN_MS = 300_000;
/** A submission is under way a little before the first act of its log and after the last. */
const AROUND_MS = 5_000;

const preload = join(__dirname, 'preload.js');
const services = Object.keys(steps) as Service[];

export interface Played extends CrashPoint {
  /** Milliseconds of `performance.now()`; null where nobody came there. */
  diedAt: number | null;
  /** From the death until its service was ready again, an act sent afterwards was answered, and its workflow had taken it up. */
  recoverySeconds: number | null;
}

export interface Told {
  played: Played[];
  submissions: number;
  acts: number;
  letters: number;
  mails: number;
  /** Mails that came twice as the same mail, where their sender had died in between. */
  mailsTwice: number;
  /** Requests that clients sent again. */
  resent: number;
  verdict: Verdict;
  seconds: number;
}

interface Scene {
  stack: Stack;
  traffic: Traffic;
  temporal: Client;
  fuses: Record<Service, Fuse>;
  /** What is done besides the walks until a point of the service is reached. */
  errands: Partial<Record<Service, () => Promise<void>>>;
}

/** One house in which people walk submissions, while its services die once at each point; and what came of it. */
export async function playCrashPoints(points: readonly CrashPoint[], say: (line: string) => void): Promise<Told> {
  const directory = join(localDirectory(), 'crash-points');
  await rm(directory, { recursive: true, force: true });
  const folderOf = (service: Service): string => join(directory, 'fuses', service);
  const fuses = Object.fromEntries(services.map((service) => [service, new Fuse(folderOf(service))])) as Record<Service, Fuse>;
  const env = services.map((service) => [service, { NODE_OPTIONS: `--require "${preload}"`, CRASH_POINTS: folderOf(service) }] as const);
  const stack = await startStack({ dir: directory, temporal: 'dev', profile: 'local', supervise: true, env: Object.fromEntries(env) });
  try {
    const { accountsUrl, achievementsUrl, notificationsUrl } = stack.addresses;
    const house = { services: [accountsUrl, achievementsUrl, notificationsUrl], secret: (await loadSecrets(directory)).service };
    if (!(await poll(async () => (await restlessServices(house)).length === 0, { withinMs: KNOWN_WITHIN_MS }))) {
      throw new Error(`No rest before anything begins: ${(await restlessServices(house)).map(({ what }) => what).join('; ')}`);
    }
    return await onStack(stack, fuses, { points, mailFolder: join(directory, 'mail'), say });
  } finally {
    await stack.stop();
  }
}

async function onStack(
  stack: Stack,
  fuses: Record<Service, Fuse>,
  { points, mailFolder, say }: { points: readonly CrashPoint[]; mailFolder: string; say: (line: string) => void },
): Promise<Told> {
  const { temporalAddress, temporalNamespace: namespace, payloadKeysFile, publicUrl, databaseUrls } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress, connectTimeout: '30s' });
  const notifications = await createConnection(databaseUrls['notifications'] ?? '');
  try {
    const temporal = new Client({ connection, namespace, dataConverter: sealedPayloads(payloadKeysFile) });
    const traffic = await Traffic.of(publicUrl, AT_ONCE);
    const letters = new Letters(publicUrl, traffic.people);
    const signIns = new SignIns(publicUrl, traffic.people);
    const errands = { accounts: () => signIns.signIn(), notifications: () => letters.issue(temporal) };
    const scene: Scene = { stack, traffic, temporal, fuses, errands };
    const started = performance.now();
    const played: Played[] = [];
    let isOver = false;
    const dying = (async () => {
      for (const point of points) {
        const one = await play(scene, point);
        played.push(one);
        const what = one.recoverySeconds === null ? 'nobody came there' : `over after ${one.recoverySeconds.toFixed(1)} s`;
        say(`${String(played.length).padStart(4)}/${points.length} ${nameOf(point)}: ${what}; ${traffic.walked.length} submissions`);
      }
    })().finally(() => (isOver = true));
    await Promise.all([dying, traffic.run(0, () => !isOver)]);
    await stack.untilReady();
    const verdict = await judge(traffic, stack.addresses, temporal);
    await letters.judge(notifications, temporal, verdict);
    const deathsOf = (service: Service): number[] =>
      played.flatMap((one) => (one.service === service && one.diedAt !== null ? [performance.timeOrigin + one.diedAt] : []));
    const sent = await judgeMails(mailFolder, notifications, deathsOf('notifications'), verdict);
    const otherwise = services.filter((service) => stack.restarts(service) !== deathsOf(service).length);
    verdict.wrong.push(...otherwise.map((service) => `${service} was started again ${stack.restarts(service)} times`));
    return {
      ...{ played, submissions: traffic.walked.length, letters: letters.count, ...sent, resent: traffic.resent },
      acts: traffic.walked.reduce((sum, { timeline }) => sum + timeline.length, 0),
      verdict: withPoints(verdict, traffic, played),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await notifications.end();
    await connection.close();
  }
}

/** A service dies at a point, and all goes on. */
async function play({ stack, traffic, temporal, fuses, errands }: Scene, point: CrashPoint): Promise<Played> {
  const { service, place } = point;
  const fuse = fuses[service];
  // The walks feed notifications by themselves, and letters would only make it slower.
  const errand = place.includes('feed') ? undefined : errands[service];
  const died = await pidOf(stack, service);
  let isOver = false;
  const dying = async (): Promise<Played> => {
    fuse.arm(place);
    const isReached = await poll(() => fuse.isReached, { withinMs: REACHED_WITHIN_MS, everyMs: 10 });
    const diedAt = performance.now();
    isOver = true;
    fuse.disarm();
    if (!isReached) {
      return { ...point, diedAt: null, recoverySeconds: null };
    }
    await Promise.all([startedAgain(stack, service, died), goesOn({ traffic, temporal }, diedAt)]);
    return { ...point, diedAt, recoverySeconds: (performance.now() - diedAt) / 1000 };
  };
  const [played] = await Promise.all([dying(), repeated(errand, () => !isOver)]);
  return played;
}

async function repeated(errand: (() => Promise<void>) | undefined, isWanted: () => boolean): Promise<void> {
  while (errand !== undefined && isWanted()) {
    await errand();
  }
}

/** Each fault with the points at which somebody died while its submission was under way. */
function withPoints(verdict: Verdict, { log }: Traffic, played: readonly Played[]): Verdict {
  const named = (fault: string): string => {
    const serial = /\d{4}-\d{6}/.exec(fault)?.[0];
    const acts = log.filter((act) => act.serial === serial);
    const [from, to] = [Math.min(...acts.map(({ begunAt }) => begunAt)), Math.max(...acts.map(({ answeredAt }) => answeredAt))];
    const points = played.filter(({ diedAt }) => diedAt !== null && diedAt > from - AROUND_MS && diedAt < to + AROUND_MS);
    return points.length === 0 ? fault : `${fault} (meanwhile died: ${points.map(nameOf).join('; ')})`;
  };
  const { lost, doubled, wrong, stuck } = verdict;
  return { lost: lost.map(named), doubled: doubled.map(named), wrong: wrong.map(named), stuck: stuck.map(named) };
}
