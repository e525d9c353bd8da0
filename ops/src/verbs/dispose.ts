import { parseArgs } from 'node:util';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';

/** Each thing is disposed of by itself, some years' at once. */
const timeoutMs = 600_000;

/** As each service lists it: ids and days, no name. */
interface Due {
  kind: string;
  id: string;
  serial: string | null;
  disposeOn: string;
}

/** Says what is due; only with --now is it gone, for good, once it is in the ledger of each service by whom and why. */
export const dispose: Verb = {
  name: 'dispose',
  summary: '[--now --reason WHY]: what is kept longer than its term (docs/retention.md); with --now it is disposed of',
  run: async (args) => disposalOf(await allServices(), args),
};

export async function disposalOf(services: Services, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { now: { type: 'boolean' }, reason: { type: 'string' } } });
    const isNow = values.now === true;
    if (isNow && (values.reason ?? '') === '') {
      throw new OpsError('Why is it disposed of? --now --reason "…"; it is kept.');
    }
    const by = { operator: operatorName(), reason: values.reason };
    let count = 0;
    for (const service of [services.achievements, services.accounts, services.notifications]) {
      const path = '/internal/disposals';
      const due = await (isNow ? service.post<Due[]>(path, by, { timeoutMs }) : service.get<Due[]>(path, { timeoutMs }));
      due.forEach(({ kind, id, serial, disposeOn }) => {
        console.log(`${kind}  ${id}${serial === null || serial === id ? '' : ` of ${serial}`}, kept until ${disposeOn}`);
      });
      count += due.length;
    }
    console.log(isNow ? `${count} disposed of` : `${count} due; --now --reason "…" disposes of them`);
    return 0;
  } finally {
    await closeAll(services);
  }
}
