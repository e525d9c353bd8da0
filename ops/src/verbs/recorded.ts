import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseWork } from '@dengke/contract';
import { localDirectory } from '@dengke/local';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { HouseVerb, Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';

interface Done {
  /** A ledger that is told it again keeps it once. */
  id: string;
  kind: HouseWork;
  operator: string;
  reason: string;
}

/** Begun while no service runs; the next `reconcile` tells. */
const untold = (directory: string): string => join(directory, 'done-while-away.jsonl');

/** In the ledger of each service first, by whom and why; then it is done. */
export const recorded = (verb: HouseVerb): Verb => ({
  ...verb,
  summary: withReason(verb.summary),
  run: async (args) => {
    const { reason, rest } = reasonIn(verb.name, args);
    verb.check?.(rest);
    const services = await allServices();
    try {
      await record(services, doneNow(verb.name, reason));
    } finally {
      await closeAll(services);
    }
    return verb.run(rest);
  },
});

/** The same for what is done while the house is away, also where it fails: it is in the ledgers once `reconcile` has run. */
export const recordedAfterwards = (verb: HouseVerb, directory: () => string = localDirectory): Verb => ({
  ...verb,
  summary: withReason(verb.summary),
  run: async (args) => {
    const { reason, rest } = reasonIn(verb.name, args);
    verb.check?.(rest);
    await keepUntold(directory(), doneNow(verb.name, reason));
    return verb.run(rest);
  },
});

/** The usage with what every such verb wants: `<folder> --reason WHY: copies …`. */
const withReason = (summary: string): string => summary.replace(': ', ' --reason WHY: ').trim();

export const doneNow = (kind: HouseWork, reason: string): Done => ({ id: randomUUID(), kind, operator: operatorName(), reason });

export async function keepUntold(directory: string, done: Done): Promise<void> {
  await mkdir(directory, { recursive: true });
  await appendFile(untold(directory), `${JSON.stringify(done)}\n`, { mode: 0o600 });
}

/** Tells the ledgers what was done while no service ran. Where it fails the next one tells all of it again, and each ledger keeps what it lacks. */
export async function tellDone(services: Services, directory: string): Promise<void> {
  const lines = await linesOf(untold(directory));
  for (const line of lines) {
    await record(services, JSON.parse(line) as Done);
  }
  if (lines.length > 0) {
    await rm(untold(directory));
  }
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw fault;
  }
}

export async function record(services: Services, done: Done): Promise<void> {
  for (const service of Object.values(services)) {
    await service.post('/internal/operations', done);
  }
}

function reasonIn(name: string, args: readonly string[]): { reason: string; rest: string[] } {
  const at = args.indexOf('--reason');
  const reason = at < 0 ? undefined : args[at + 1];
  if (reason === undefined || reason === '') {
    throw new OpsError(`${name} wants a reason, which is kept with your name: npm run ops -- ${name} … --reason "…"`);
  }
  return { reason, rest: args.filter((_, nth) => nth !== at && nth !== at + 1) };
}
