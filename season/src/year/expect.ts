import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localDirectory } from '@dengke/local';
import type { Expected } from '../scenario';
import type { YearScenario } from './generate';

const oracle = join(__dirname, '../oracle/main.js');
const MOST_BYTES = 512 * 2 ** 20;

/** What the oracle says must come of it: a program of its own that gets the scenario's JSON and nothing else. */
export async function expectationOf(scenario: YearScenario): Promise<Expected> {
  const folder = join(localDirectory(), 'season-year');
  const file = join(folder, `${scenario.name}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(scenario, null, 1));
  const { stdout } = await promisify(execFile)(process.execPath, [oracle, file], { maxBuffer: MOST_BYTES });
  const none = { applications: [], gaps: [], receipts: [], told: [], answers: {} };
  return inAnyOrder({ ...none, ...(JSON.parse(stdout) as Omit<Expected, keyof typeof none>) });
}

/** A sheet's rows go by the achievement's name as the database sorts it, which no rule says: here what is on it counts. */
export const inAnyOrder = <T extends Expected>(of: T): T => ({
  ...of,
  windows: Object.fromEntries(
    Object.entries(of.windows).map(([id, came]) => [
      id,
      { ...came, sheets: Object.fromEntries(Object.entries(came.sheets).map(([desk, refs]) => [desk, [...refs].sort()])) },
    ]),
  ),
});
