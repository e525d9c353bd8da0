import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDirectory, startStack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { Bare } from './bare';
import { BareWorker } from './bare-worker';
import { figure, percentile, perSecond } from './measure';
import type { Figure, Load } from './measure';
import { actsPerSubmission, Ours } from './ours';

const CLIENTS = [1, 16] as const;

export interface Size {
  repetitions: number;
  /** Submissions of one repetition at 1 and at 16 clients. */
  submissions: Record<(typeof CLIENTS)[number], number>;
}

export interface Result {
  ours: Record<'c1' | 'c16', Record<'acknowledgedPerSecond' | 'p50' | 'p95' | 'p99' | 'followedPerSecond', Figure>>;
  bare: { signalsPerSecond: Figure; updateWithActivity: Record<'c1' | 'c16', Record<'perSecond' | 'p50' | 'p99', Figure>> };
  ratio: { followedToBareSignals: number; acknowledgedToUpdateWithActivity: number };
}

type BareSides = Record<'signals' | 'updates', Bare>;
type Rows = Record<string, number[]>;

/** Ours, bare signals and bare Updates in one run on the same servers, in the order ABC, CBA, ABC …, so that no side has the warmer machine. */
export async function measureDecisions({ repetitions, submissions }: Size, say: (line: string) => void): Promise<Result> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const generous = { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' };
  const stack = await startStack({ dir, temporal: 'dev', profile: 'local', supervise: false, env: { gateway: generous } });
  const { publicUrl, temporalAddress, payloadKeysFile } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress });
  const ours = await Ours.signIn(publicUrl, new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }));
  // Seals nothing: what that costs is ours.
  const client = new Client({ connection });
  const bare: BareSides = {
    signals: new Bare(client, 'signals', actsPerSubmission),
    updates: new Bare(client, 'updateWithActivity', actsPerSubmission),
  };
  const worker = await BareWorker.begin(temporalAddress, stack.databaseRootUrl);
  const rows: Rows = {};
  try {
    await warmUp(ours, bare);
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      for (const clients of CLIENTS) {
        const count = submissions[clients];
        const sides = [
          () => oursOnce(rows, ours, clients, count),
          () => signalsOnce(rows, bare.signals, clients, count),
          () => updatesOnce(rows, bare.updates, clients, count),
        ];
        for (const side of repetition % 2 === 0 ? sides : [...sides].reverse()) {
          await side();
        }
      }
      say(`repetition ${repetition + 1} of ${repetitions}`);
    }
  } finally {
    await ours.leave();
    await worker.end();
    await connection.close();
    await stack.stop();
  }
  return resultOf(rows);
}

/** Compilers, caches and connections of both sides; not measured. */
async function warmUp(ours: Ours, bare: BareSides): Promise<void> {
  for (const side of [ours, bare.signals, bare.updates]) {
    await side.decide(8, await side.prepare(30));
  }
}

const note = (rows: Rows, name: string, value: number): void => {
  (rows[name] ??= []).push(value);
};

function noteLoad(rows: Rows, name: string, { latencies, elapsed }: Load): void {
  note(rows, `${name} perSecond`, perSecond(latencies.length, elapsed));
  for (const [title, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    note(rows, `${name} ${title}`, percentile(latencies, share));
  }
}

async function oursOnce(rows: Rows, ours: Ours, clients: number, count: number): Promise<void> {
  const serials = await ours.prepare(count);
  const { followed, ...acknowledged } = await ours.decide(clients, serials);
  noteLoad(rows, `ours c${clients}`, acknowledged);
  note(rows, `ours c${clients} followed`, perSecond(count * actsPerSubmission, followed));
}

async function signalsOnce(rows: Rows, bare: Bare, clients: number, count: number): Promise<void> {
  const { followed } = await bare.decide(clients, await bare.prepare(count));
  note(rows, `signals c${clients}`, perSecond(count * actsPerSubmission, followed));
}

async function updatesOnce(rows: Rows, bare: Bare, clients: number, count: number): Promise<void> {
  noteLoad(rows, `updates c${clients}`, await bare.decide(clients, await bare.prepare(count)));
}

function resultOf(rows: Rows): Result {
  const of = (name: string): Figure => figure(rows[name] ?? []);
  const side = (clients: number) => ({
    acknowledgedPerSecond: of(`ours c${clients} perSecond`),
    p50: of(`ours c${clients} p50`),
    p95: of(`ours c${clients} p95`),
    p99: of(`ours c${clients} p99`),
    followedPerSecond: of(`ours c${clients} followed`),
  });
  const updates = (clients: number) => ({
    perSecond: of(`updates c${clients} perSecond`),
    p50: of(`updates c${clients} p50`),
    p99: of(`updates c${clients} p99`),
  });
  const result = {
    ours: { c1: side(1), c16: side(16) },
    bare: { signalsPerSecond: of('signals c16'), updateWithActivity: { c1: updates(1), c16: updates(16) } },
  };
  const { ours, bare } = result;
  const ratio = (our: Figure, their: Figure): number => Math.round((our.median / their.median) * 100) / 100;
  return {
    ...result,
    ratio: {
      followedToBareSignals: ratio(ours.c16.followedPerSecond, bare.signalsPerSecond),
      acknowledgedToUpdateWithActivity: ratio(ours.c16.acknowledgedPerSecond, bare.updateWithActivity.c16.perSecond),
    },
  };
}

/** What was promised, and is not met. */
export function missed({ ours, ratio }: Result): string[] {
  const goals: [string, boolean][] = [
    [`followed ≥ 0.7 × bare signals: ${ratio.followedToBareSignals}`, ratio.followedToBareSignals >= 0.7],
    [`acknowledged ≥ 2 × Update with activity: ${ratio.acknowledgedToUpdateWithActivity}`, ratio.acknowledgedToUpdateWithActivity >= 2],
    [`p50 ≤ 15 ms at 1 client: ${ours.c1.p50.median} ms`, ours.c1.p50.median <= 15],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
