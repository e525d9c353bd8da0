import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { poll } from './poll';
import type { ProcessIdentity } from './process-identity';
import { identify, isAlive } from './process-identity';
import type { Log } from './progress';
import { SetupError } from './setup-error';

/** What a running stack writes down of each of its processes, in `<directory>/run/<name>.json`. */
export interface RecordedProcess extends ProcessIdentity {
  readonly name: string;
  readonly restarts: number;
}

const runFolder = (directory: string): string => join(directory, 'run');
const pidFile = (directory: string, name: string): string => join(runFolder(directory), `${name}.json`);
const supervisorName = 'supervisor';

export const recordProcess = (directory: string, name: string, pid: number, restarts: number): void => {
  const identity = identify(pid);
  if (identity !== undefined) {
    write(pidFile(directory, name), { name, restarts, ...identity });
  }
};

export const forgetProcess = (directory: string, name: string): void => rmSync(pidFile(directory, name), { force: true });

/** The processes on record that still run. */
export const recordedProcesses = (directory: string): readonly RecordedProcess[] => {
  if (!existsSync(runFolder(directory))) {
    return [];
  }
  const files = readdirSync(runFolder(directory)).filter((file) => file.endsWith('.json'));
  return files
    .map((file) => read(pidFile(directory, basename(file, '.json'))))
    .filter((found) => found !== undefined && isAlive(found)) as RecordedProcess[];
};

export const recordedProcess = (directory: string, name: string): RecordedProcess | undefined =>
  recordedProcesses(directory).find((found) => found.name === name);

/** The process that supervises the stack of this directory, if one does. */
export const recordedSupervisor = (directory: string): RecordedProcess | undefined => recordedProcess(directory, supervisorName);

/** Takes the directory for this process; refuses when another stack runs on it. */
export const claimDirectory = (directory: string): void => {
  mkdirSync(runFolder(directory), { recursive: true, mode: 0o700 });
  const other = recordedSupervisor(directory);
  if (other !== undefined) {
    throw new SetupError(`Dengke already runs on ${directory} (process ${other.pid}). \`npm stop\` ends it, \`npm run status\` shows it.`);
  }
  recordProcess(directory, supervisorName, process.pid, 0);
};

export const releaseDirectory = (directory: string): void => {
  if (recordedSupervisor(directory)?.pid === process.pid) {
    forgetProcess(directory, supervisorName);
  }
};

/** Ends what a supervisor left behind that died itself: only processes on record that are provably still the same ones. */
export const endLeftovers = async (directory: string, log: Log): Promise<void> => {
  const left = recordedProcesses(directory).filter(({ name, pid }) => name !== supervisorName && pid !== process.pid);
  for (const { name, pid } of left) {
    log(`ending ${name} (process ${pid}), left over from a start that died`);
    signal(pid, 'SIGTERM');
  }
  await poll(() => !left.some(isAlive), { withinMs: 30_000 });
  left.filter(isAlive).forEach(({ pid }) => signal(pid, 'SIGKILL'));
  await poll(() => !left.some(isAlive), { withinMs: 5_000 });
  left.forEach(({ name }) => forgetProcess(directory, name));
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
};

const write = (path: string, content: unknown): void => {
  writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

const read = (path: string): RecordedProcess | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RecordedProcess;
  } catch {
    return undefined;
  }
};
