import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { findProgram } from './run-program';
import { SetupError } from './setup-error';

/** Poppler's programs, with which specs read what was printed: on PATH, else Debian's package. */
export const findPoppler = async (log: Log): Promise<void> => {
  if (!isHere() && (await canInstallPackages())) {
    await installPackages(['poppler-utils'], log);
  }
  if (!isHere()) {
    throw new SetupError(missing);
  }
};

const isHere = (): boolean => ['pdftotext', 'pdffonts'].every((program) => findProgram(program) !== undefined);

const missing = [
  'The specs read what was printed with `pdftotext` and `pdffonts`, which were not found. Any one of these helps:',
  '  - put poppler’s programs on PATH',
  '  - on Debian or Ubuntu: apt-get install poppler-utils',
  '  - on macOS: brew install poppler',
].join('\n');
