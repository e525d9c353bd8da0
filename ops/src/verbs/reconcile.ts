import { parseArgs } from 'node:util';
import { divergenceKinds } from '@dengke/contract';
import type { Divergence, Reconciliation } from '@dengke/contract';
import { localDirectory } from '@dengke/local';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';
import { tellDone } from './recorded';

/** Every open thing is looked at, some twice. */
const LOOKING_MS = 600_000;

/** Puts right what is out of step with the ledgers; with --dry-run says it only. */
export const reconcile: Verb = {
  name: 'reconcile',
  summary:
    '[--dry-run] [--reason WHY] [--after MS]: mends what is out of step between ledgers, workflows and deadlines; fails where something is left',
  run: async (args) => reconciliationOf(await allServices(), args),
};

const options = { 'dry-run': { type: 'boolean' }, reason: { type: 'string' }, after: { type: 'string' } } as const;

export async function reconciliationOf(services: Services, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const after = Number(values.after ?? 5_000);
    if (!Number.isInteger(after) || after < 0) {
      throw new OpsError('--after takes milliseconds between the two looks');
    }
    const isDry = values['dry-run'] === true;
    if (!isDry) {
      await tellDone(services, localDirectory());
    }
    const order = { after, operator: operatorName(), reason: values.reason ?? 'reconcile' };
    const results = await Promise.all(
      Object.entries(services).map(async ([service, client]): Promise<[string, Reconciliation]> => [
        service,
        isDry
          ? await client.get('/internal/reconciliation', { query: { after }, timeoutMs: LOOKING_MS })
          : await client.post('/internal/reconciliation', order, { timeoutMs: LOOKING_MS }),
      ]),
    );
    results.forEach(([service, result]) => report(service, result, isDry));
    return results.every(([, { found, left, silent }]) => silent.length + (isDry ? found : left).length === 0) ? 0 : 1;
  } finally {
    await closeAll(services);
  }
}

function report(service: string, { looked, silent, found, mended, left }: Reconciliation, isDry: boolean): void {
  const done = isDry ? '' : `, ${mended.length} mended, ${left.length} left`;
  console.log(`${service}: ${looked} looked at, ${found.length} out of step${done}`);
  found.forEach((one) => console.log(`  ${lineOf(one)}`));
  left.forEach((one) => console.log(`  left: ${lineOf(one)}`));
  silent.forEach((workflowId) => console.log(`  ${workflowId} does not answer: npm run ops -- stuck`));
}

const lineOf = ({ subject, kind, because }: Divergence): string => `${subject} ${kind}: ${divergenceKinds[kind].says} (${because})`;
