import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DatabaseOwner } from '../house';
import { recordedSupervisor } from '../pid-files';
import { copyToReplica } from '../production/replica-folders';
import type { Log } from '../progress';
import { lastLines } from '../run-program';
import { loadSecrets } from '../secrets';
import { SetupError } from '../setup-error';
import { startStack } from '../stack';
import { findBackupTools } from './backup-tools';
import type { BackupTools } from './backup-tools';
import type { LogPosition } from './manifest';
import { personalKeysOf, readManifest } from './manifest';

export interface Restoring {
  /** Folder of the stack, with its secrets and without data. */
  readonly directory: string;
  /** Folder of the backup. */
  readonly from: string;
  /** Folder of the binary log, to go on from the backup: to its end, or until an instant (whole seconds, ISO). */
  readonly binaryLog?: string | undefined;
  readonly until?: string | undefined;
  /** Leaves Temporal's store out, as if it had been lost: `ops reconcile` makes every workflow anew. */
  readonly withoutTemporal?: boolean | undefined;
  /** For the production shape: its replica is a copy of what was restored, and every workflow is made anew. */
  readonly inProduction?: boolean | undefined;
}

/**
 * Puts a backup where a stack keeps its data. What the ledgers have and Temporal has not, or the other way round, `ops reconcile` puts right once the stack runs.
 * @throws SetupError where a stack runs or data are there, where keys are missing, or where the log does not reach back to the backup
 */
export const restoreBackup = async (restoring: Restoring, log: Log): Promise<void> => {
  const { from, inProduction = false, withoutTemporal = inProduction, binaryLog } = restoring;
  const directory = resolve(restoring.directory);
  const manifest = await readManifest(from);
  requireEmpty(directory);
  await requireKeys(directory, manifest.personalKeys);
  const read = binaryLog === undefined ? [] : await logSince(binaryLog, manifest.log);
  await setAudit(directory, log);
  const kept = ['mariadb', 'files', 'audit', ...(manifest.temporal && !withoutTemporal ? ['temporal'] : [])];
  for (const name of kept.filter((folder) => existsSync(join(from, folder)))) {
    await cp(join(from, name), join(directory, name), { recursive: true, preserveTimestamps: true });
  }
  log(`what was kept at ${manifest.at} is back`);
  if (manifest.log !== null && read.length > 0) {
    await goOn({ directory, read, position: manifest.log.position, until: restoring.until }, log);
  }
  if (inProduction) {
    await copyToReplica(directory);
    log('the replica of MariaDB is a copy of it');
  }
};

/** The checkpoints that are there tell what was given up: they are kept, beside those of the backup, with which the ledgers agree from now on. */
const setAudit = async (directory: string, log: Log): Promise<void> => {
  const audit = join(directory, 'audit');
  if (existsSync(audit)) {
    const aside = `${audit}-before-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    await rename(audit, aside);
    log(`the checkpoints of before are in ${aside}`);
  }
};

const requireEmpty = (directory: string): void => {
  const runs = recordedSupervisor(directory);
  if (runs !== undefined) {
    throw new SetupError(`Dengke runs on ${directory} (process ${runs.pid}). \`npm stop\` ends it.`);
  }
  const there = ['mariadb', 'files', 'temporal', 'mariadb-replica', 'mariadb-replica-log', 'postgresql'].filter((name) =>
    existsSync(join(directory, name)),
  );
  if (there.length > 0) {
    throw new SetupError(`${directory} has data (${there.join(', ')}). Move them away first: nothing is written over.`);
  }
};

/** Without them what is sealed could never be read again; better to know before people sign in. */
const requireKeys = async (directory: string, wanted: Readonly<Record<DatabaseOwner, readonly string[]>>): Promise<void> => {
  if (!existsSync(join(directory, 'secrets.json'))) {
    throw new SetupError(`${directory} has no secrets.json. Secrets are kept apart from backups; put them back first.`);
  }
  const here = await personalKeysOf(directory);
  const missing = Object.entries(wanted).flatMap(([owner, ids]) =>
    ids.filter((id) => !here[owner as DatabaseOwner].includes(id)).map((id) => `${owner} ${id}`),
  );
  if (missing.length > 0) {
    throw new SetupError(`${directory}/secrets lacks the keys ${missing.join(', ')}, with which personal data of this backup are sealed.`);
  }
};

/** Files of the log, oldest first, from the one in which the backup ends. @throws SetupError where that one is not there */
const logSince = async (folder: string, since: LogPosition | null): Promise<string[]> => {
  const files = (await readdir(folder)).filter((name) => /\.\d+$/.test(name)).sort();
  if (since === null || !files.includes(since.file)) {
    throw new SetupError(`${folder} does not reach back to the backup${since === null ? ', which was taken without a log' : ''}.`);
  }
  return files.slice(files.indexOf(since.file)).map((name) => join(folder, name));
};

interface GoingOn {
  readonly directory: string;
  /** Files of the log; in the first of them it begins at the position. */
  readonly read: readonly string[];
  readonly position: number;
  readonly until: string | undefined;
}

/** Runs the database alone, and in it what the log has since the backup. */
const goOn = async ({ directory, read, position, until }: GoingOn, log: Log): Promise<void> => {
  const tools = await findBackupTools(log);
  const stack = await startStack({ dir: directory, parts: ['mariadb'], temporal: 'dev', profile: 'local', supervise: false, log });
  try {
    const login = join(directory, 'run', 'restore.cnf');
    mkdirSync(join(directory, 'run'), { recursive: true, mode: 0o700 });
    const { databaseRoot } = await loadSecrets(directory);
    await writeFile(login, `[client]\nhost=127.0.0.1\nport=${stack.ports.mariadb}\nuser=root\npassword=${databaseRoot}\n`, { mode: 0o600 });
    const range = [`--start-position=${position}`, ...(until === undefined ? [] : [`--stop-datetime=${logTime(until)}`])];
    await pipe(tools, ['--no-defaults', ...range, ...read], [`--defaults-file=${login}`, '--binary-mode']);
    await rm(login);
  } finally {
    await stack.stop();
  }
  log(until === undefined ? 'the log is read to its end' : `the log is read until ${until}`);
};

/** As `mariadb-binlog` takes it, told to think in UTC. */
const logTime = (instant: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) {
    throw new SetupError(`${instant} is no instant; e.g. 2023-08-15T09:00:00Z`);
  }
  return at.toISOString().slice(0, 19).replace('T', ' ');
};

/** One program’s output into another’s input. @throws SetupError with what either complained about */
const pipe = async (tools: BackupTools, reads: readonly string[], runs: readonly string[]): Promise<void> => {
  const env = { ...process.env, TZ: 'UTC' };
  const reader = spawn(tools.binlog, reads, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const runner = spawn(tools.client, runs, { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const complaints: Buffer[] = [];
  [reader, runner].forEach(({ stderr }) => stderr.on('data', (chunk: Buffer) => complaints.push(chunk)));
  const ends = [reader, runner].map((child) => once(child, 'close') as Promise<[number | null]>);
  // A reader whose listener has gone is told by the pipe; the exit code of the listener says why.
  const [, ...codes] = await Promise.all([pipeline(reader.stdout, runner.stdin).catch(() => undefined), ...ends]);
  if (codes.some((code) => code[0] !== 0)) {
    throw new SetupError(`the binary log could not be read back:\n${lastLines(Buffer.concat(complaints).toString('utf8'), 12)}`);
  }
};
