import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { WindowAccount } from '@dengke/contract';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

/** Whether everything that entered a window is in exactly one column, at every organisation and in all. */
export const account: Verb = {
  name: 'account',
  summary: 'WINDOW [--json FILE|-]: the account of a window, at every organisation of its routes; residual 0 or something is wrong',
  run: async (args) => accountOf(await serviceOf('achievements'), args),
};

export async function accountOf(achievements: ServiceClient, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'string' } }, allowPositionals: true });
    const [window] = positionals;
    if (window === undefined) {
      throw new OpsError('Which window? npm run ops -- account h1-2023');
    }
    const accounts = await achievements.get<WindowAccount[]>(`/internal/windows/${encodeURIComponent(window)}/accounts`);
    const [whole, ...others] = accounts;
    if (whole === undefined) {
      throw new OpsError(`There is no account of ${window}.`);
    }
    await report(values.json, { ...lineOf(whole), refusedAtSubmit: whole.refusedAtSubmit, organisations: others.map(lineOf) });
    if (values.json !== '-') {
      console.table(Object.fromEntries(accounts.map((one) => [one.organisationId ?? 'all', shown(one)])));
    }
    return accounts.every(({ residual }) => residual === 0) ? 0 : 1;
  } finally {
    await achievements.close();
  }
}

async function report(file: string | undefined, content: object): Promise<void> {
  const json = JSON.stringify(content, null, 2);
  if (file === '-') {
    console.log(json);
  } else if (file !== undefined) {
    await writeFile(file, `${json}\n`);
  }
}

const shown = ({ entered, outcomes, residual }: WindowAccount) => {
  const { transmitted, 'carried-over': carriedOver, returned, withdrawn, rejected } = outcomes;
  return { entered, transmitted, carriedOver, returned, withdrawn, rejected, residual };
};

const lineOf = (one: WindowAccount) => ({
  window: one.window,
  ...(one.organisationId !== null && { organisationId: one.organisationId }),
  ...shown(one),
});
