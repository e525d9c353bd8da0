import { existsSync } from 'node:fs';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** apt takes one caller at a time; the ways of finding things run side by side. */
let waiting: Promise<unknown> = Promise.resolve();

/** Whether this machine lets us install Debian packages (root, or sudo without a password). */
export const canInstallPackages = async (): Promise<boolean> => existsSync('/etc/debian_version') && (await asRoot()) !== undefined;

/** Installs Debian packages; rejects with the end of apt's output. */
export const installPackages = (packages: readonly string[], log: Log): Promise<void> => {
  const turn = waiting.then(() => install(packages, log));
  waiting = turn.catch(() => undefined);
  return turn;
};

const install = async (packages: readonly string[], log: Log): Promise<void> => {
  const prefix = await asRoot();
  if (prefix === undefined) {
    throw new SetupError(`cannot install ${packages.join(', ')}: neither root nor sudo`);
  }
  log(`installing Debian packages: ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (...args: string[]): Promise<{ code: number; output: string }> => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
    return runProgram(command, rest, { env });
  };
  await withHeartbeat(log, 'reading the package lists', apt('update', '-q'));
  const done = await withHeartbeat(
    log,
    `installing ${packages.join(', ')}`,
    apt('install', '-y', '-q', '--no-install-recommends', ...packages),
  );
  if (done.code !== 0) {
    throw new SetupError(`apt-get install ${packages.join(' ')} failed:\n${lastLines(done.output, 8)}`);
  }
};

const asRoot = async (): Promise<readonly string[] | undefined> => {
  if (process.getuid?.() === 0) {
    return [];
  }
  const sudo = findProgram('sudo');
  return sudo !== undefined && (await runProgram(sudo, ['-n', 'true'])).code === 0 ? [sudo, '-n'] : undefined;
};
