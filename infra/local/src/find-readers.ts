import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { findProgram } from './run-program';
import { SetupError } from './setup-error';

/** Programs with which specs read what the system writes: on PATH, else Debian's package. */
const readers = {
  poppler: { programs: ['pdftotext', 'pdffonts'], debian: 'poppler-utils', brew: 'poppler' },
  gnumeric: { programs: ['ssconvert'], debian: 'gnumeric', brew: 'gnumeric' },
} as const;
type Reader = keyof typeof readers;

export const findReaders = async (names: readonly Reader[], log: Log): Promise<void> => {
  const packages = lacking(names).map((name) => readers[name].debian);
  if (packages.length > 0 && (await canInstallPackages())) {
    await installPackages(packages, log);
  }
  const missing = lacking(names);
  if (missing.length > 0) {
    throw new SetupError(missing.map(helpFor).join('\n'));
  }
};

const lacking = (names: readonly Reader[]): Reader[] =>
  names.filter((name) => readers[name].programs.some((program) => findProgram(program) === undefined));

const helpFor = (name: Reader): string =>
  [
    `The specs read what was written with ${readers[name].programs.join(' and ')}, which were not found. Any one of these helps:`,
    `  - put the programs of ${name} on PATH`,
    `  - on Debian or Ubuntu: apt-get install ${readers[name].debian}`,
    `  - on macOS: brew install ${readers[name].brew}`,
  ].join('\n');
