import { parseArgs } from 'node:util';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { Verb } from '../verb';

/** As achievements lists it: ids and days, no name. */
interface Due {
  kind: string;
  id: string;
  serial: string | null;
  disposeOn: string;
}

/** Says what is due; only with --now is it gone, for good. */
export const dispose: Verb = {
  name: 'dispose',
  summary: '[--now]: what is kept longer than its term (docs/retention.md); with --now it is disposed of',
  run: async (args) => disposal(await serviceOf('achievements'), args),
};

export async function disposal(achievements: ServiceClient, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { now: { type: 'boolean' } } });
    const path = '/internal/disposals';
    const due = values.now === true ? await achievements.post<Due[]>(path, {}) : await achievements.get<Due[]>(path);
    due.forEach(({ kind, id, serial, disposeOn }) => {
      console.log(`${kind}  ${id}${serial === null || serial === id ? '' : ` of ${serial}`}, kept until ${disposeOn}`);
    });
    console.log(values.now === true ? `${due.length} disposed of` : `${due.length} due; --now disposes of them`);
    return 0;
  } finally {
    await achievements.close();
  }
}
