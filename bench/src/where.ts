import { join } from 'node:path';
import { nodeProcesses, localDirectory } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { ATraceCollector } from '@dengke/test-kit';
import { Client, Connection } from '@temporalio/client';
import { figure, percentile } from './measure';
import type { Figure } from './measure';
import { actsPerSubmission, Ours } from './ours';
import { countFsyncs } from './peers/count-fsyncs';
import { generousLimits, spentByParts } from './peers/ours';
import { emptied } from './peers/processes';
import { durableStack } from './peers/temporal-stack';
import { sharesOf } from './where-spans';
import type { Share } from './where-spans';

export interface WhereSize {
  repetitions: number;
  /** Of a repetition, by one client and by sixteen. */
  cases: Record<1 | 16, number>;
}

export interface WhereResult {
  /** Milliseconds until a decision by one client is acknowledged, without traces and with them: what they cost is in the shares. */
  p50: Figure;
  p50Traced: Figure;
  /** By one client, of the last repetition. */
  shares: Share[];
  /** Milliseconds of processor of each part, statements and commits of the ledger's database, for a decision among sixteen clients. */
  perDecision: Record<string, Figure>;
  /** For a decision by one client, as `strace` counts them; null where it is not installed. */
  fsyncs: Record<'temporal' | 'mariadb', number> | null;
}

/** Where the time of a decision goes: span by span, part by part, and how often the disk is waited for. */
export async function measureWhere(size: WhereSize, say: (line: string) => void): Promise<WhereResult> {
  const plain = await inHouse(undefined, say, async (ours, stack) => {
    const rounds: { p50: number; perDecision: Record<string, number> }[] = [];
    for (let repetition = 0; repetition < size.repetitions; repetition += 1) {
      const alone = await ours.decide(1, await ours.prepare(size.cases[1]));
      const cases = await ours.prepare(size.cases[16]);
      const before = await spentByParts(stack);
      await ours.decide(16, cases);
      const after = await spentByParts(stack);
      const decisions = size.cases[16] * actsPerSubmission;
      const perDecision = Object.fromEntries(
        Object.entries(after).map(([part, spent]) => [part, (spent - (before[part] ?? 0)) / decisions]),
      );
      rounds.push({ p50: percentile(alone.latencies, 0.5), perDecision });
      say(`repetition ${repetition + 1}: ${JSON.stringify(rounds.at(-1))}`);
    }
    const cases = await ours.prepare(size.cases[1]);
    const servers = { temporal: stack.pid('temporal') ?? 0, mariadb: stack.pid('mariadb') ?? 0 };
    const counted = await countFsyncs(servers, () => ours.decide(1, cases));
    return { rounds, fsyncs: counted && perCase(counted, size.cases[1] * actsPerSubmission) };
  });
  const collector = await ATraceCollector.begin();
  try {
    const traced = await inHouse(collector.url, say, async (ours) => {
      const p50s: number[] = [];
      for (let repetition = 0; repetition < size.repetitions; repetition += 1) {
        const cases = await ours.prepare(size.cases[1]);
        collector.spans.length = 0;
        p50s.push(percentile((await ours.decide(1, cases)).latencies, 0.5));
      }
      return p50s;
    });
    const parts = Object.keys(plain.rounds[0]?.perDecision ?? {});
    return {
      ...{ p50: figure(plain.rounds.map(({ p50 }) => p50)), p50Traced: figure(traced) },
      shares: sharesOf(collector.spans, ({ name }) => name.startsWith('POST') && name.includes('/submissions')),
      perDecision: Object.fromEntries(
        parts.map((part) => [part, figure(plain.rounds.map(({ perDecision }) => perDecision[part] ?? Number.NaN))]),
      ),
      fsyncs: plain.fsyncs,
    };
  } finally {
    await collector.end();
  }
}

const perCase = (counted: Record<'temporal' | 'mariadb', number>, decisions: number) => ({
  temporal: counted.temporal / decisions,
  mariadb: counted.mariadb / decisions,
});

/** A house of its own, warm, as it is compared with the peers. */
async function inHouse<T>(
  collector: string | undefined,
  say: (line: string) => void,
  work: (ours: Ours, stack: Stack) => Promise<T>,
): Promise<T> {
  const place = { folder: join(localDirectory(), 'bench', 'where'), say, supervised: false };
  await emptied(place);
  const traced: Record<string, string> = collector === undefined ? {} : { DENGKE_OTLP_URL: collector };
  const env = Object.fromEntries(nodeProcesses.map((name) => [name, { ...traced, ...(name === 'gateway' ? generousLimits.gateway : {}) }]));
  const stack = await durableStack(place, { env });
  try {
    const { publicUrl, temporalAddress, payloadKeysFile } = stack.addresses;
    const connection = await Connection.connect({ address: temporalAddress });
    const ours = await Ours.signIn(publicUrl, new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }));
    try {
      for (let burst = 0; burst < 8; burst += 1) {
        await ours.decide(8, await ours.prepare(24));
      }
      return await work(ours, stack);
    } finally {
      await ours.leave();
      await connection.close();
    }
  } finally {
    await stack.stop();
  }
}

/** What the answer of one client waits for, the largest first, and what comes after it. */
export function tableOfWhere({ shares, perDecision, fsyncs }: WhereResult): string {
  const line = ({ service, what, times, milliseconds }: Share): string =>
    `${milliseconds.toFixed(2).padStart(8)} ms  ${times.toFixed(1).padStart(5)}  ${service} ${what}`;
  return [
    ...['', 'until it is acknowledged', ...shares.filter(({ isAwaited }) => isAwaited).map(line)],
    ...['', 'afterwards', ...shares.filter(({ isAwaited }) => !isAwaited).map(line)],
    ...['', ...Object.entries(perDecision).map(([part, { median }]) => `${median.toFixed(2).padStart(8)}  ${part}`)],
    fsyncs === null
      ? 'strace is not installed: fsyncs were not counted'
      : `fsyncs: Temporal ${fsyncs.temporal.toFixed(1)}, MariaDB ${fsyncs.mariadb.toFixed(1)}`,
  ].join('\n');
}
