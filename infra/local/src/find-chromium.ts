import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { findProgram, runProgram } from './run-program';
import { SetupError } from './setup-error';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** A Chromium for the walks through the portal, and a font that has Chinese: on this machine, else Debian's packages. */
export const findChromium = async (log: Log): Promise<string> => {
  const lacking = [...(here() === undefined ? ['chromium'] : []), ...((await hasChinese()) ? [] : ['fonts-noto-cjk'])];
  if (lacking.length > 0 && (await canInstallPackages())) {
    await installPackages(lacking, log);
  }
  const found = here();
  if (found === undefined) {
    throw new SetupError(missing);
  }
  return found;
};

const here = (): string | undefined => names.map(findProgram).find((program) => program !== undefined);

/** Without fontconfig nobody can tell; the pages work all the same. */
const hasChinese = async (): Promise<boolean> => {
  const list = findProgram('fc-list');
  return list !== undefined && (await runProgram(list, [':lang=zh', 'family'])).output.trim() !== '';
};

const missing = [
  'The walks through the portal need a Chromium, which was not found. Any one of these helps:',
  '  - put `chromium` or `google-chrome` on PATH',
  '  - on Debian or Ubuntu: apt-get install chromium fonts-noto-cjk',
].join('\n');
