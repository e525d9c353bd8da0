import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findChromium, lastLines, repositoryRoot, runProgram, SetupError } from '@dengke/local';
import type { DrilledHouse } from './drilled-house';

interface Walked {
  walkthroughs: Record<string, boolean>;
  pages: number;
  axeViolations: number;
  keyboardRuns: number;
}

/** All walks of `npm run e2e` through a drilled house; null where this machine has no browser. */
export async function walkthroughsOf(
  house: DrilledHouse,
  say: (line: string) => void,
): Promise<{ walkthroughs: Walked | null; faults: string[] }> {
  if (!(await hasBrowser(say))) {
    return { walkthroughs: null, faults: [] };
  }
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

async function hasBrowser(say: (line: string) => void): Promise<boolean> {
  try {
    await findChromium(say);
    return true;
  } catch (error) {
    if (error instanceof SetupError) {
      say(error.message);
      return false;
    }
    throw error;
  }
}
