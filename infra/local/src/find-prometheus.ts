import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** Prometheus' own program that tries rules. */
export const findPromtool = (log: Log): Promise<string> => findOf('promtool', prometheus, log);

/** Prometheus itself. */
export const findPrometheus = (log: Log): Promise<string> => findOf('prometheus', prometheus, log);

/** What tells it how a MariaDB is: one for each server, since only later ones are told which to ask. */
export const findMysqldExporter = (log: Log): Promise<string> =>
  findOf('prometheus-mysqld-exporter', { name: 'prometheus-mysqld-exporter', version: '0.14' }, log);

interface Package {
  readonly name: string;
  readonly version: string;
}

/** Debian 12's; it knows all that the rules use, and of the configuration all but `http_headers`. */
const prometheus: Package = { name: 'prometheus', version: '2.42' };

/** On PATH, else taken out of Debian's package, which is not installed: it would start a server. */
const findOf = async (program: string, { name, version }: Package, log: Log): Promise<string> => {
  const onPath = findProgram(program);
  if (onPath !== undefined) {
    return onPath;
  }
  const folder = await cachedFolder(`${name}-${version}`, async (building) => {
    log(`${program}: taking it out of Debian’s package ${name}, once`);
    if ((await runProgram('apt-get', ['download', name], { cwd: building })).code !== 0) {
      await run(building, 'apt-get', 'update', '-q');
      await run(building, 'apt-get', 'download', name);
    }
    await run(building, 'sh', '-c', `dpkg -x ${name}_*.deb . && rm ${name}_*.deb`);
  });
  return join(folder, 'usr', 'bin', program);
};

const run = async (cwd: string, command: string, ...args: string[]): Promise<void> => {
  const { code, output } = await runProgram(command, args, { cwd });
  if (code !== 0) {
    throw new SetupError(`${missing}\n${lastLines(output, 5)}`);
  }
};

const missing = [
  'The alert rules are tried with `promtool`, and watched with `prometheus`, which were not found. Any one of these helps:',
  '  - put prometheus, promtool (2.42 or later) and prometheus-mysqld-exporter (0.14) on PATH',
  '  - on Debian or Ubuntu: apt-get update, so that their packages can be fetched',
].join('\n');
