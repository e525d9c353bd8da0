import { join } from 'node:path';
import { localDirectory } from '@dengke/local';
import { actsPerSubmission } from '../ours';
import { dbosEngine } from './dbos';
import type { Engine, EngineName, RunningEngine } from './engine';
import { flowableEngine } from './flowable';
import { oursEngine } from './ours';
import { clientCounts, figuresOf, ratesOf, ratiosOf } from './peer-figures';
import type { Clients, Engines, Ratios, Round } from './peer-figures';
import { restateEngine } from './restate';
import { spentByChildren } from './spent-cpu';
import { bareEngine } from './temporal';

const engines: Record<EngineName, Engine> = {
  ours: oursEngine,
  bareSignals: bareEngine('signals'),
  updateWithActivity: bareEngine('updateWithActivity'),
  updateWithLocalActivity: bareEngine('updateWithLocalActivity'),
  flowable: flowableEngine,
  dbos: dbosEngine,
  restate: restateEngine,
};

export interface AllSize {
  repetitions: number;
  engines: readonly EngineName[];
  /** Cases of one repetition at so many clients. */
  cases: Record<Clients, number>;
  /** How long each engine works before it is measured: compilers, caches and connections. */
  warmUpSeconds: number;
}

export interface AllResult {
  decisionsPerCase: number;
  cases: Record<Clients, number>;
  engines: Engines;
  ratios: Ratios;
}

/** The same case on each engine, one engine at a time, in the order ABC, CBA, ABC …; each starts with empty stores in every repetition. */
export async function measureAll(size: AllSize, say: (line: string) => void): Promise<AllResult> {
  const rounds = new Map<EngineName, Round[]>(size.engines.map((name) => [name, []]));
  for (let repetition = 0; repetition < size.repetitions; repetition += 1) {
    for (const name of repetition % 2 === 0 ? size.engines : [...size.engines].reverse()) {
      const round = await once(engines[name], join(localDirectory(), 'bench', name), size, say);
      rounds.get(name)?.push(round);
      say(`repetition ${repetition + 1} of ${size.repetitions}, ${name}: ${JSON.stringify(round)}`);
    }
  }
  const measured: Engines = Object.fromEntries(
    [...rounds].map(([name, of]) => {
      const { version, durability } = engines[name];
      return [name, { version, durability, ...figuresOf(of) }];
    }),
  );
  return { decisionsPerCase: actsPerSubmission, cases: size.cases, engines: measured, ratios: ratiosOf(measured) };
}

async function once(engine: Engine, folder: string, size: AllSize, say: (line: string) => void): Promise<Round> {
  const running = await engine.begin(folder, say);
  try {
    for (const since = performance.now(); performance.now() - since < size.warmUpSeconds * 1000;) {
      await running.decide(8, await running.prepare(24));
    }
    const measured: Partial<Round> = {};
    for (const clients of clientCounts) {
      Object.assign(measured, await at(running, clients, size.cases[`c${clients}`]));
    }
    return measured as Round;
  } finally {
    await running.end();
  }
}

/** What is measured last, with the most clients, also says what a decision costs and what an open case takes. */
async function at(running: RunningEngine, clients: (typeof clientCounts)[number], count: number): Promise<Partial<Round>> {
  const emptyBytes = await running.storeBytes();
  const cases = await running.prepare(count);
  const bytesPerOpenCase = ((await running.storeBytes()) - emptyBytes) / count;
  const spentBefore = await spentByChildren();
  const decided = await running.decide(clients, cases);
  const cpuMsPerDecision = ((await spentByChildren()) - spentBefore) / (count * actsPerSubmission);
  return { [`c${clients}`]: ratesOf(decided), cpuMsPerDecision, bytesPerOpenCase };
}

/** One line for each engine and number of clients; medians. */
export function tableOfPeers({ engines: measured, ratios }: AllResult): string {
  const lines = Object.entries(measured).flatMap(([name, figures]) =>
    clientCounts.map((clients) => {
      const { acknowledgedPerSecond, followedPerSecond, p50, p95, p99 } = figures[`c${clients}`];
      const shown = [acknowledgedPerSecond, followedPerSecond, p50, p95, p99, figures.cpuMsPerDecision, figures.bytesPerOpenCase];
      return `${`${name}, ${clients}`.padEnd(28)} ${shown.map(({ median }) => median.toFixed(1).padStart(9)).join(' ')}`;
    }),
  );
  return [`${''.padEnd(28)}    ack/s    fol/s       p50       p95       p99    cpu ms     bytes`, ...lines, JSON.stringify(ratios)].join(
    '\n',
  );
}
