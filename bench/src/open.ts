import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasFollowed } from '@dengke/e2e';
import { localDirectory } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { LoadedWindow } from './loaded-window';
import { figure } from './measure';
import type { Figure } from './measure';
import { Ours } from './ours';
import { generousLimits, killHouse } from './peers/ours';
import { ratesOf } from './peers/peer-figures';
import { emptied } from './peers/processes';
import { secondsUntil } from './peers/restart';
import { bareEngine } from './peers/temporal';
import { durableStack, temporalStoreBytes } from './peers/temporal-stack';

export interface OpenSize {
  repetitions: number;
  /** Submissions that are open while decisions on others are measured. */
  open: number;
  /** Workflows that only count, whose bytes ours are compared with. */
  bare: number;
  /** Cases of one repetition at 1 and at 8 clients. */
  cases: Record<(typeof clientCounts)[number], number>;
}

const clientCounts = [1, 8] as const;
type Latency = Record<'p50' | 'p95' | 'p99', Figure>;
type Latencies = Record<'c1' | 'c8', Latency>;

export interface OpenResult {
  open: number;
  /** Milliseconds of a decision before they were there, and beside them. */
  empty: Latencies;
  beside: Latencies;
  p99Ratio: number;
  /** Of Temporal's store, for each open submission; ÷ those of a workflow that only counts. */
  bytesPerSubmission: number;
  bytesRatio: number;
  /** From the first row until the last workflow had followed. */
  loadedSeconds: number;
  /** From the death of all processes, with so many open, until a decision is acknowledged. */
  restartSeconds: number;
}

/** What a decision takes, and what a submission takes up, while so many others are open. */
export async function measureOpen(size: OpenSize, say: (line: string) => void): Promise<OpenResult> {
  const bareBytes = await bareBytesPerCase(size.bare, say);
  const folder = join(localDirectory(), 'bench', 'open');
  const place = { folder, say, supervised: true };
  await emptied(place);
  const stack = await durableStack(place, { env: generousLimits });
  const { publicUrl, temporalAddress, payloadKeysFile, databaseUrls } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) });
  const loaded = await LoadedWindow.on(databaseUrls.achievements ?? '');
  try {
    const first = await Ours.signIn(publicUrl, client);
    for (let burst = 0; burst < 6; burst += 1) {
      await first.decide(8, await first.prepare(24));
    }
    const empty = await latencies(first, size, (line) => say(`nothing open, ${line}`));
    const emptyBytes = await temporalStoreBytes(folder);
    const since = performance.now();
    const serials = await filled(first, loaded, client, size.open);
    await first.leave();
    const loadedSeconds = (performance.now() - since) / 1000;
    const bytesPerSubmission = Math.round(((await temporalStoreBytes(folder)) - emptyBytes) / size.open);
    say(`${size.open} open after ${loadedSeconds.toFixed(0)} s, ${bytesPerSubmission} bytes each`);
    // Filling takes longer than a session lasts.
    const second = await Ours.signIn(publicUrl, client);
    const beside = await latencies(second, size, (line) => say(`${size.open} open, ${line}`));
    killHouse(stack);
    // The first of each three waits for its unit's release.
    const restartSeconds = await secondsUntil(() => second.decideFirst(serials[Math.floor(serials.length / 6) * 3] ?? ''));
    await second.leave();
    return {
      ...{ open: size.open, empty, beside, p99Ratio: hundredths(beside.c1.p99.median / empty.c1.p99.median) },
      ...{ bytesPerSubmission, bytesRatio: hundredths(bytesPerSubmission / bareBytes) },
      ...{ loadedSeconds: hundredths(loadedSeconds), restartSeconds },
    };
  } finally {
    await loaded.close();
    await connection.close();
    await stack.stop();
  }
}

async function latencies(ours: Ours, { repetitions, cases }: OpenSize, say: (line: string) => void): Promise<Latencies> {
  const rounds: Record<keyof Latencies, Record<keyof Latency, number>[]> = { c1: [], c8: [] };
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    for (const clients of clientCounts) {
      rounds[`c${clients}`].push(ratesOf(await ours.decide(clients, await ours.prepare(cases[clients]))));
    }
    say(`repetition ${repetition} of ${repetitions}: ${JSON.stringify(rounds)}`);
  }
  const over = (of: readonly Record<keyof Latency, number>[]): Latency => ({
    p50: figure(of.map(({ p50 }) => p50)),
    p95: figure(of.map(({ p95 }) => p95)),
    p99: figure(of.map(({ p99 }) => p99)),
  });
  return { c1: over(rounds.c1), c8: over(rounds.c8) };
}

/** Copies of three that stand at a unit, a municipal bureau and the department, in a window that stays open, each with its workflow; of those a hundred are asked whether they have followed. @returns their serials */
async function filled(ours: Ours, loaded: LoadedWindow, client: Client, open: number): Promise<string[]> {
  const patterns = await Promise.all((await ours.standing()).map((serial) => loaded.pattern(serial)));
  const now = Date.now();
  const window = { id: 'bench-0001', opensAt: new Date(now - 86_400_000), cutOffAt: new Date(now + 30 * 86_400_000) };
  await loaded.announce(window);
  const serials = await loaded.fill(window, patterns, open);
  while ((await loaded.untold()) > 0) {
    await pause(200);
  }
  for (let which = serials.length - 1; which >= 0; which -= Math.ceil(open / 100)) {
    while (!(await hasFollowed(client, serials[which] ?? '', patterns[which % patterns.length]?.entries.length ?? 0))) {
      await pause(200);
    }
  }
  return serials;
}

async function bareBytesPerCase(count: number, say: (line: string) => void): Promise<number> {
  const bare = await bareEngine('signals').begin({ folder: join(localDirectory(), 'bench', 'open-bare'), say, supervised: false });
  try {
    const before = await bare.storeBytes();
    await bare.prepare(count);
    return ((await bare.storeBytes()) - before) / count;
  } finally {
    await bare.end();
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

export function missedByOpen({ open, p99Ratio, bytesRatio }: OpenResult): string[] {
  const goals: [string, boolean][] = [
    [`100,000 are open: ${open}`, open >= 100_000],
    [`p99 at one client ≤ 1.2 × with nothing open: ${p99Ratio}`, p99Ratio <= 1.2],
    [`bytes of an open submission ≤ 1.3 × of a bare workflow: ${bytesRatio}`, bytesRatio <= 1.3],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
