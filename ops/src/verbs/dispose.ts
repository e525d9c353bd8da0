import { parseArgs } from 'node:util';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { Verb } from '../verb';

interface Due {
  receipt: string;
  serial: string;
  disposeOn: string;
}

/** Says what is due; only with --now is it gone, for good. */
export const dispose: Verb = {
  name: 'dispose',
  summary: '[--now]: objections whose retention is over; with --now their names, contacts, words and files are disposed of',
  run: async (args) => disposal(await serviceOf('achievements'), args),
};

export async function disposal(achievements: ServiceClient, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { now: { type: 'boolean' } } });
    const path = '/internal/disposals';
    const due = values.now === true ? await achievements.post<Due[]>(path, {}) : await achievements.get<Due[]>(path);
    due.forEach(({ receipt, serial, disposeOn }) => console.log(`${receipt}  objection to ${serial}, kept until ${disposeOn}`));
    console.log(values.now === true ? `${due.length} disposed of` : `${due.length} due; --now disposes of them`);
    return 0;
  } finally {
    await achievements.close();
  }
}
