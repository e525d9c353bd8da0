import { parseArgs } from 'node:util';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { ServiceName } from '../house';
import type { Verb } from '../verb';

/** As each service lists it: ids and days, no name. */
interface Due {
  kind: string;
  id: string;
  serial: string | null;
  disposeOn: string;
}

const services: readonly ServiceName[] = ['achievements', 'accounts', 'notifications'];

/** Says what is due; only with --now is it gone, for good. */
export const dispose: Verb = {
  name: 'dispose',
  summary: '[--now]: what is kept longer than its term (docs/retention.md); with --now it is disposed of',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { now: { type: 'boolean' } } });
    let count = 0;
    for (const name of services) {
      const due = await disposal(await serviceOf(name), values.now === true);
      due.forEach(({ kind, id, serial, disposeOn }) => {
        console.log(`${kind}  ${id}${serial === null || serial === id ? '' : ` of ${serial}`}, kept until ${disposeOn}`);
      });
      count += due.length;
    }
    console.log(values.now === true ? `${count} disposed of` : `${count} due; --now disposes of them`);
    return 0;
  },
};

async function disposal(service: ServiceClient, now: boolean): Promise<Due[]> {
  const path = '/internal/disposals';
  try {
    return await (now ? service.post<Due[]>(path, {}) : service.get<Due[]>(path));
  } finally {
    await service.close();
  }
}
