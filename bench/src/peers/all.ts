import { join } from 'node:path';
import { localDirectory } from '@dengke/local';
import { actsPerSubmission } from '../ours';
import { dbosEngine } from './dbos';
import type { Engine, EngineName, Place, RunningEngine } from './engine';
import { flowableEngine } from './flowable';
import { oursEngine } from './ours';
import { clientCounts, figuresOf, ratesOf, ratiosOf } from './peer-figures';
import type { Clients, Engines, Ratios, Round } from './peer-figures';
import { restarted } from './restart';
import type { Restart } from './restart';
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
  /** Cases that are open when an engine is killed; 0: none is. */
  open: number;
  /** How long each engine works before it is measured: compilers, caches and connections. */
  warmUpSeconds: number;
}

export interface AllResult {
  decisionsPerCase: number;
  cases: Record<Clients, number>;
  engines: Engines;
  ratios: Ratios;
  restart: { open: number; engines: Partial<Record<EngineName, Restart>> };
}

/** The same case on each engine, one engine at a time, in the order ABC, CBA, ABC …; each starts with empty stores in every repetition. */
export async function measureAll(size: AllSize, say: (line: string) => void): Promise<AllResult> {
  const rounds = new Map<EngineName, Round[]>(size.engines.map((name) => [name, []]));
  for (let repetition = 0; repetition < size.repetitions; repetition += 1) {
    for (const name of repetition % 2 === 0 ? size.engines : [...size.engines].reverse()) {
      const round = await once(engines[name], { folder: folderOf(name), say, supervised: false }, size);
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
  const restart = { open: size.open, engines: size.open === 0 ? {} : await restartEach(size, say) };
  return { decisionsPerCase: actsPerSubmission, cases: size.cases, engines: measured, ratios: ratiosOf(measured), restart };
}

const folderOf = (name: EngineName): string => join(localDirectory(), 'bench', name);

async function restartEach({ engines: names, open }: AllSize, say: (line: string) => void): Promise<Partial<Record<EngineName, Restart>>> {
  const found: Partial<Record<EngineName, Restart>> = {};
  for (const name of names) {
    found[name] = await restarted(engines[name], { folder: folderOf(name), say }, open);
    say(`killed with ${open} open, ${name}: ${JSON.stringify(found[name])}`);
  }
  return found;
}

async function once(engine: Engine, place: Place, size: AllSize): Promise<Round> {
  const running = await engine.begin(place);
  try {
    let decided = await warmUp(running, size.warmUpSeconds);
    const measured: Partial<Round> = {};
    for (const clients of clientCounts) {
      const count = size.cases[`c${clients}`];
      Object.assign(measured, await at(running, clients, count));
      decided += count;
    }
    await requireRows(running, decided * actsPerSubmission);
    return measured as Round;
  } finally {
    await running.end();
  }
}

/** @returns cases that were decided meanwhile */
async function warmUp(running: RunningEngine, seconds: number): Promise<number> {
  const [at, until] = [24, performance.now() + seconds * 1000];
  let decided = 0;
  while (performance.now() < until) {
    await running.decide(8, await running.prepare(at));
    decided += at;
  }
  return decided;
}

/** A decision that left no row, or two, was none. */
async function requireRows(running: RunningEngine, expected: number): Promise<void> {
  const found = (await running.rows?.()) ?? expected;
  if (found !== expected) {
    throw new Error(`${expected} decisions left ${found} rows`);
  }
}

/** What is measured last, with the most clients, also says what a decision costs and what an open case takes. */
async function at(running: RunningEngine, clients: (typeof clientCounts)[number], count: number): Promise<Partial<Round>> {
  const emptyBytes = await running.storeBytes();
  const cases = await running.prepare(count);
  const bytesPerOpenCase = ((await running.storeBytes()) - emptyBytes) / count;
  const [spentBefore, partsBefore] = [await spentByChildren(), await running.spent?.()];
  const decided = await running.decide(clients, cases);
  const decisions = count * actsPerSubmission;
  const cpuMsPerDecision = ((await spentByChildren()) - spentBefore) / decisions;
  const parts = Object.entries((await running.spent?.()) ?? {});
  const perDecision = Object.fromEntries(parts.map(([part, spent]) => [part, (spent - (partsBefore?.[part] ?? 0)) / decisions]));
  return { [`c${clients}`]: ratesOf(decided), cpuMsPerDecision, bytesPerOpenCase, ...(parts.length === 0 ? {} : { perDecision }) };
}
