import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastLines, repositoryRoot, runProgram } from '@dengke/local';
import type { DrilledHouse } from './drilled-house';

interface Walked {
  walkthroughs: Record<string, boolean>;
  pages: number;
  axeViolations: number;
  keyboardRuns: number;
}

/** All walks of `npm run e2e` through a drilled house; null where none could begin. */
export async function walkthroughsOf(
  house: DrilledHouse,
  say: (line: string) => void,
): Promise<{ walkthroughs: Walked | null; faults: string[] }> {
  say('the portal is walked through');
  const file = join(dirname(house.directory), 'e2e.json');
  const env = { ...process.env, DENGKE_DIR: house.directory, DENGKE_PUBLIC_URL: house.stack.addresses.publicUrl };
  const { code, output } = await runProgram(process.execPath, [join(repositoryRoot, 'e2e/dist/e2e.js'), '--json', file], { env });
  const faults = code === 0 ? [] : [`the walks through the portal:\n${lastLines(output, 40)}`];
  if (!existsSync(file)) {
    return { walkthroughs: null, faults };
  }
  const { walkthroughs, pages, axeViolations, keyboardRuns } = JSON.parse(await readFile(file, 'utf8')) as Walked;
  return { walkthroughs: { walkthroughs, pages, axeViolations, keyboardRuns }, faults };
}
