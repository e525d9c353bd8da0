import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationPeople, sampleForm } from '@dengke/e2e';
import { localDirectory, startStack } from '@dengke/local';
import { Crowd } from './crowd';
import type { Arrival } from './crowd';
import { Doors } from './doors';
import { figure, percentile } from './measure';
import type { Figure } from './measure';

/** Of the best throughput: the ordinary load, of which five times and twenty times as much come. */
const ordinary = 1 / 8;
const places = 96;
const sessions = 24;
const recoveredWithin = 1.2;
const patienceSeconds = 60;

export interface SpikeSize {
  repetitions: number;
  /** How long each load lasts. */
  seconds: number;
}

interface Load {
  /** Answered as asked, a second, while the load lasted. */
  donePerSecond: Figure;
  refusedShare: number;
  /** Neither answered nor refused as 429 or 503 with a code of the table. */
  errorShare: number;
  /** Of what was answered as asked. */
  p95: Figure;
}

export interface SpikeResult {
  /** The best that so many get who ask one after the other, as many as keep the system busy. */
  bestPerSecond: Figure;
  ordinary: Load;
  fiveTimes: Load & { recoverySeconds: Figure };
  twentyTimes: Load & { recoverySeconds: Figure; shareOfBest: Figure };
}

interface Round {
  best: number;
  loads: Record<'ordinary' | 'fiveTimes' | 'twentyTimes', Arrival[]>;
  within: Record<'ordinary' | 'fiveTimes' | 'twentyTimes', number>;
  recovery: Record<'fiveTimes' | 'twentyTimes', number>;
}

/** What five and twenty times the ordinary load do to people who are signed in, through the whole system. */
export async function measureSpike({ repetitions, seconds }: SpikeSize, say: (line: string) => void): Promise<SpikeResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const generous = { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' };
  const stack = await startStack({ dir, temporal: 'dev', profile: 'local', supervise: false, env: { gateway: generous } });
  const crowd = await aCrowd(stack.addresses.publicUrl);
  const rounds: Round[] = [];
  try {
    await crowd.throng(places, seconds);
    for (let repetition = 1; repetition <= repetitions; repetition += 1) {
      rounds.push(await once(crowd, seconds));
      say(`repetition ${repetition} of ${repetitions}`);
    }
  } finally {
    await crowd.close();
    await stack.stop();
  }
  return resultOf(rounds, seconds);
}

async function aCrowd(address: string): Promise<Crowd> {
  const { people, units, password } = await demonstrationPeople();
  const [unit] = units;
  const completers = people.filter(({ positions }) =>
    positions.some(({ role, organisationId }) => role === 'completer' && organisationId === unit?.id),
  );
  const [completer] = completers;
  if (unit === undefined || completer === undefined) {
    throw new Error('The seed has no completer');
  }
  const doors = new Doors(
    address,
    completers.map(({ login }) => login),
    password,
  );
  const signedIn: string[] = [];
  for (let which = 0; which < sessions; which += 1) {
    signedIn.push(await doors.mustSignIn());
  }
  await doors.close();
  return new Crowd(address, signedIn, sampleForm('高峰时段的成果', unit, completer, new Date().getUTCFullYear()));
}

async function once(crowd: Crowd, seconds: number): Promise<Round> {
  const best = await crowd.throng(places, seconds);
  const [loads, within, recovery] = [{}, {}, {}] as [Round['loads'], Round['within'], Round['recovery']];
  const comes = async (name: keyof Round['loads'], times: number): Promise<void> => {
    const started = performance.now();
    loads[name] = await crowd.come(best * ordinary * times, seconds);
    const ended = started + seconds * 1000;
    within[name] = loads[name].filter(({ outcome, at }) => outcome === 'done' && at <= ended).length;
  };
  await comes('ordinary', 1);
  const before = p95Of(loads.ordinary);
  await comes('fiveTimes', 5);
  recovery.fiveTimes = await recovered(crowd, best * ordinary, before);
  await comes('twentyTimes', 20);
  recovery.twentyTimes = await recovered(crowd, best * ordinary, before);
  return { best, loads, within, recovery };
}

/** Seconds until the p95 of the ordinary load is near what it was. */
async function recovered(crowd: Crowd, rate: number, before: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const p95 = p95Of(await crowd.come(rate, 2));
    const seconds = (performance.now() - started) / 1000;
    if (p95 <= before * recoveredWithin || seconds > patienceSeconds) {
      return seconds;
    }
  }
}

const p95Of = (arrivals: readonly Arrival[]): number =>
  percentile(
    arrivals.filter(({ outcome }) => outcome === 'done').map(({ millis }) => millis),
    0.95,
  );

function resultOf(rounds: readonly Round[], seconds: number): SpikeResult {
  const of = (pick: (round: Round) => number): Figure => figure(rounds.map(pick));
  const load = (name: keyof Round['loads']): Load => {
    const all = rounds.flatMap(({ loads }) => loads[name]);
    const share = (outcome: Arrival['outcome']): number =>
      Math.round((all.filter((one) => one.outcome === outcome).length / all.length) * 10_000) / 10_000;
    return {
      donePerSecond: of(({ within }) => within[name] / seconds),
      ...{ refusedShare: share('refused'), errorShare: share('error') },
      p95: of(({ loads }) => p95Of(loads[name])),
    };
  };
  return {
    bestPerSecond: of(({ best }) => best),
    ordinary: load('ordinary'),
    fiveTimes: { ...load('fiveTimes'), recoverySeconds: of(({ recovery }) => recovery.fiveTimes) },
    twentyTimes: {
      ...load('twentyTimes'),
      recoverySeconds: of(({ recovery }) => recovery.twentyTimes),
      shareOfBest: of(({ within, best }) => within.twentyTimes / seconds / best),
    },
  };
}

/** The goals of docs/benchmarks.md, “A day when everybody comes at once”, at five and at twenty times the ordinary load. */
export function missedBySpike({ fiveTimes, twentyTimes }: SpikeResult): string[] {
  const goals: [string, boolean][] = [
    [`errors at five times < 1 %: ${fiveTimes.errorShare * 100} %`, fiveTimes.errorShare < 0.01],
    [`p95 within 20 % of before in ≤ 60 s: ${fiveTimes.recoverySeconds.max} s`, fiveTimes.recoverySeconds.max <= patienceSeconds],
    [`at twenty times ≥ 80 % of the best: ${twentyTimes.shareOfBest.median}`, twentyTimes.shareOfBest.median >= 0.8],
    [`errors at twenty times < 1 %: ${twentyTimes.errorShare * 100} %`, twentyTimes.errorShare < 0.01],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
