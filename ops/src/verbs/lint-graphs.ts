import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { Verb } from '../verb';

interface Fault {
  fault: string;
  organisationId: string;
  in: string;
}

/** Whether the three graphs are whole: no orphan, no circle, every reviewing desk has someone, every node a contact. */
export const lintGraphs: Verb = {
  name: 'lint-graphs',
  summary: '[--json FILE]: what is wrong with the three graphs, or missing in them',
  run: async (args) => lintOf(await serviceOf('accounts'), args),
};

export async function lintOf(accounts: ServiceClient, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'string' } } });
  try {
    const faults = await accounts.get<Fault[]>('/internal/graphs/lint');
    if (values.json !== undefined) {
      await writeFile(values.json, `${JSON.stringify({ faults }, null, 2)}\n`);
    }
    faults.forEach(({ fault, organisationId, in: where }) => console.log(`${organisationId}: ${sentences[fault] ?? fault} (${where})`));
    console.log(faults.length === 0 ? 'The graphs are whole.' : `The graphs have ${faults.length} faults.`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await accounts.close();
  }
}

const sentences: Partial<Record<string, string>> = {
  orphan: 'hangs on nothing',
  cycle: 'hangs in or below a circle',
  wrongParent: 'hangs under a kind that has none below it',
  noContact: 'has no contact',
  noOrganiser: 'has no organiser',
  areaContested: 'is the second municipal bureau of its organiser in this area',
  noRoute: 'has a door that leads nowhere',
  deskCannotReview: 'holds a desk of another kind',
  deskUnstaffed: 'holds a desk where nobody sits',
  superAdmins: 'has not the one super administrator it should have',
};
