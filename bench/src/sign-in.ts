import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationPeople } from '@dengke/e2e';
import { localDirectory, startStack } from '@dengke/local';
import { Doors } from './doors';
import { figure, load, percentile, perSecond } from './measure';
import type { Figure } from './measure';

const factor = 5;
const lanes = 2;
const probeEveryMillis = 50;
const recoveredWithin = 1.2;
const patienceSeconds = 60;

export interface SignInSize {
  repetitions: number;
  /** Sign-ins of one repetition, two at a time. */
  signIns: number;
  spikeSeconds: number;
}

export interface SignInResult {
  perSecond: Figure;
  p95: Figure;
  spike: {
    factor: number;
    /** Neither signed in nor refused as 429 or 503 with a code of the table. */
    errorShare: number;
    refusedShare: number;
    /** Of those who got in. */
    p95: Figure;
    /** A plain read of somebody signed in, before and meanwhile. */
    reads: { before: Figure; during: Figure };
    recoverySeconds: Figure;
  };
}

interface Round {
  perSecond: number;
  p95: number;
  answers: { outcome: 'in' | 'refused' | 'error'; millis: number }[];
  readsBefore: number;
  readsDuring: number;
  recoverySeconds: number;
}

/** What a sign-in costs, and what five times as many do to it: completers, whose password alone is hashed, through gateway and accounts. */
export async function measureSignIn(
  { repetitions, signIns, spikeSeconds }: SignInSize,
  say: (line: string) => void,
): Promise<SignInResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const generous = { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' };
  const stack = await startStack({
    ...{ dir, temporal: 'dev', profile: 'local', supervise: false },
    parts: ['mariadb', 'accounts', 'gateway'],
    env: { gateway: generous },
  });
  const { people, password } = await demonstrationPeople();
  const logins = people.filter(({ totpSecret }) => totpSecret === undefined).map(({ login }) => login);
  const doors = new Doors(stack.addresses.publicUrl, logins, password);
  const rounds: Round[] = [];
  try {
    await load(lanes, jobs(doors, 20));
    for (let repetition = 1; repetition <= repetitions; repetition += 1) {
      rounds.push(await once(doors, signIns, spikeSeconds));
      say(`repetition ${repetition} of ${repetitions}`);
    }
  } finally {
    await doors.close();
    await stack.stop();
  }
  return resultOf(rounds);
}

const jobs = (doors: Doors, count: number) =>
  Array.from({ length: count }, () => async (timed: <T>(call: () => Promise<T>) => Promise<T>) => {
    await timed(() => doors.mustSignIn());
  });

async function once(doors: Doors, signIns: number, spikeSeconds: number): Promise<Round> {
  const calm = await load(lanes, jobs(doors, signIns));
  const [rate, p95] = [perSecond(signIns, calm.elapsed), percentile(calm.latencies, 0.95)];
  const readsBefore = percentile(await doors.readWhile(pause(2_000), probeEveryMillis), 0.95);
  const spike = doors.knock(rate * factor, spikeSeconds);
  const readsDuring = percentile(await doors.readWhile(spike, probeEveryMillis), 0.95);
  return { perSecond: rate, p95, answers: await spike, readsBefore, readsDuring, recoverySeconds: await recovered(doors, p95) };
}

/** Seconds until the p95 is near what it was. */
async function recovered(doors: Doors, before: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { latencies } = await load(lanes, jobs(doors, 20));
    const seconds = (performance.now() - started) / 1000;
    if (percentile(latencies, 0.95) <= before * recoveredWithin || seconds > patienceSeconds) {
      return seconds;
    }
  }
}

function resultOf(rounds: readonly Round[]): SignInResult {
  const answers = rounds.flatMap((round) => round.answers);
  const share = (outcome: 'refused' | 'error') =>
    Math.round((answers.filter((answer) => answer.outcome === outcome).length / answers.length) * 10_000) / 10_000;
  const of = (pick: (round: Round) => number): Figure => figure(rounds.map(pick));
  const accepted = (round: Round) => round.answers.filter(({ outcome }) => outcome === 'in').map(({ millis }) => millis);
  return {
    perSecond: of((round) => round.perSecond),
    p95: of((round) => round.p95),
    spike: {
      ...{ factor, errorShare: share('error'), refusedShare: share('refused') },
      p95: of((round) => percentile(accepted(round), 0.95)),
      reads: { before: of((round) => round.readsBefore), during: of((round) => round.readsDuring) },
      recoverySeconds: of((round) => round.recoverySeconds),
    },
  };
}

/** What is asked of five times the rate (docs/benchmarks.md, “Signing in”). */
export function missedBySignIn({ spike }: SignInResult): string[] {
  const goals: [string, boolean][] = [
    [`errors < 1 %: ${spike.errorShare * 100} %`, spike.errorShare < 0.01],
    [`p95 within 20 % of before in ≤ 60 s: ${spike.recoverySeconds.max} s`, spike.recoverySeconds.max <= patienceSeconds],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
