import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { localDirectory, startStack } from '@dengke/local';
import { figure, load, percentile, perSecond } from './measure';
import type { Figure } from './measure';
import { Caller } from './peers/over-http';
import { generousLimits } from './peers/ours';
import { emptied } from './peers/processes';
import { spentBy } from './peers/spent-cpu';

export interface GatewaySize {
  repetitions: number;
  /** Of one repetition at 1 and at 16 clients. */
  requests: Record<1 | 16, number>;
}

/** The same page, answered by a bare Fastify: asked at once, through Fastify's own proxy, and through the gateway. */
const ways = ['alone', 'proxy', 'gateway'] as const;
type Way = (typeof ways)[number];

interface Measured {
  p50: Figure;
  p99: Figure;
  /** At 16 clients. */
  perSecond: Figure;
  p50Of16: Figure;
  p99Of16: Figure;
  /** Of the process that is asked: milliseconds of processor for a request, 16 clients. */
  cpuMsPerRequest: Figure;
}

export type GatewayResult = Record<Way, Measured> & {
  /** Through the gateway ÷ through the bare proxy, of medians. */
  ratio: { p50: number; perSecond: number; cpu: number };
};

/** What the gateway costs beside a Fastify that only passes on. */
export async function measureGateway({ repetitions, requests }: GatewaySize, say: (line: string) => void): Promise<GatewayResult> {
  const alone = await begun({});
  const proxy = await begun({ UPSTREAM: alone.address });
  const folder = join(localDirectory(), 'bench', 'gateway');
  await emptied({ folder, say, supervised: false });
  const achievements = Number(new URL(alone.address).port);
  const hops = { gateway: { achievements } };
  const stack = await startStack({
    dir: folder,
    parts: ['gateway'],
    temporal: 'dev',
    profile: 'local',
    supervise: false,
    hops,
    env: generousLimits,
  });
  try {
    const asked: Record<Way, { address: string; pid: number }> = {
      ...{ alone, proxy },
      gateway: { address: stack.addresses.publicUrl, pid: stack.pid('gateway') ?? 0 },
    };
    const rounds: Record<Way, Record<keyof Measured, number>[]> = { alone: [], proxy: [], gateway: [] };
    for (const way of ways) {
      await round(asked[way], { 1: 500, 16: 4_000 });
    }
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      for (const way of repetition % 2 === 0 ? ways : [...ways].reverse()) {
        rounds[way].push(await round(asked[way], requests));
        say(`repetition ${repetition + 1} of ${repetitions}, ${way}: ${JSON.stringify(rounds[way].at(-1))}`);
      }
    }
    const of = (way: Way): Measured =>
      Object.fromEntries(
        (['p50', 'p99', 'perSecond', 'p50Of16', 'p99Of16', 'cpuMsPerRequest'] as const).map((name) => [
          name,
          figure(rounds[way].map((one) => one[name])),
        ]),
      ) as unknown as Measured;
    const result = { alone: of('alone'), proxy: of('proxy'), gateway: of('gateway') };
    const ratioOf = (name: keyof Measured): number => Math.round((result.gateway[name].median / result.proxy[name].median) * 100) / 100;
    return { ...result, ratio: { p50: ratioOf('p50'), perSecond: ratioOf('perSecond'), cpu: ratioOf('cpuMsPerRequest') } };
  } finally {
    await stack.stop();
    proxy.child.kill();
    alone.child.kill();
  }
}

async function begun(env: Record<string, string>): Promise<{ child: ChildProcess; address: string; pid: number }> {
  const child = fork(join(__dirname, 'bare-fastify.js'), { env: { ...process.env, ...env } });
  const [address] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('Fastify did not begin'))),
  ])) as [string];
  return { child, address, pid: child.pid ?? 0 };
}

async function round(
  { address, pid }: { address: string; pid: number },
  requests: GatewaySize['requests'],
): Promise<Record<keyof Measured, number>> {
  const caller = new Caller(address);
  const jobs = (count: number) =>
    Array.from(
      { length: count },
      () => (timed: <T>(call: () => Promise<T>) => Promise<T>) => timed(() => caller.call<void>('GET', '/api/v1/register')),
    );
  try {
    const one = await load(1, jobs(requests[1]));
    const before = await spentBy(pid);
    const many = await load(16, jobs(requests[16]));
    const cpuMsPerRequest = ((await spentBy(pid)) - before) / requests[16];
    return {
      ...{ p50: percentile(one.latencies, 0.5), p99: percentile(one.latencies, 0.99) },
      ...{
        perSecond: perSecond(requests[16], many.elapsed),
        p50Of16: percentile(many.latencies, 0.5),
        p99Of16: percentile(many.latencies, 0.99),
        cpuMsPerRequest,
      },
    };
  } finally {
    await caller.close();
  }
}
