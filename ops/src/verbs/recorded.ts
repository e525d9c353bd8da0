import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseWork } from '@dengke/contract';
import { localDirectory } from '@dengke/local';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { HouseVerb, Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';

interface Done {
  kind: HouseWork;
  operator: string;
  reason: string;
}

/** Done while no service runs; the next `reconcile` tells. */
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
      await record(services, { kind: verb.name, operator: operatorName(), reason });
    } finally {
      await closeAll(services);
    }
    return verb.run(rest);
  },
});

/** The same for what is done while the house is away: it is in the ledgers once `reconcile` has run. */
export const recordedAfterwards = (verb: HouseVerb): Verb => ({
  ...verb,
  summary: withReason(verb.summary),
  run: async (args) => {
    const { reason, rest } = reasonIn(verb.name, args);
    const code = await verb.run(rest);
    await keepUntold(localDirectory(), { kind: verb.name, operator: operatorName(), reason });
    return code;
  },
});

/** The usage with what every such verb wants: `<folder> --reason WHY: copies …`. */
const withReason = (summary: string): string => summary.replace(': ', ' --reason WHY: ').trim();

export const keepUntold = (directory: string, done: Done): Promise<void> =>
  appendFile(untold(directory), `${JSON.stringify(done)}\n`, { mode: 0o600 });

/** Tells the ledgers what was done while no service ran. */
export async function tellDone(services: Services, directory: string): Promise<void> {
  const lines = await readFile(untold(directory), 'utf8').catch(() => '');
  for (const line of lines.split('\n').filter((one) => one !== '')) {
    await record(services, JSON.parse(line) as Done);
  }
  await rm(untold(directory), { force: true });
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
