import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** Debian 12's; it knows all that the rules use. */
const version = '2.42';

/** Prometheus' own program that tries rules: on PATH, else taken out of Debian's package without installing the server that comes with it. */
export const findPromtool = async (log: Log): Promise<string> => {
  const onPath = findProgram('promtool');
  if (onPath !== undefined) {
    return onPath;
  }
  const folder = await cachedFolder(`promtool-${version}`, async (building) => {
    log('promtool: taking it out of Debian’s package prometheus, once');
    if ((await runProgram('apt-get', ['download', 'prometheus'], { cwd: building })).code !== 0) {
      await run(building, 'apt-get', 'update', '-q');
      await run(building, 'apt-get', 'download', 'prometheus');
    }
    await run(building, 'sh', '-c', 'dpkg -x prometheus_*.deb . && rm prometheus_*.deb');
  });
  return join(folder, 'usr', 'bin', 'promtool');
};

const run = async (cwd: string, command: string, ...args: string[]): Promise<void> => {
  const { code, output } = await runProgram(command, args, { cwd });
  if (code !== 0) {
    throw new SetupError(`${missing}\n${lastLines(output, 5)}`);
  }
};

const missing = [
  'The alert rules are tried with `promtool`, which was not found. Any one of these helps:',
  '  - put promtool of Prometheus (2.42 or later) on PATH',
  '  - on Debian or Ubuntu: apt-get update, so that its package can be fetched',
].join('\n');
