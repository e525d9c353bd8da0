import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { recordedProcess } from '../pid-files';
import type { Log } from '../progress';
import { lastLines, runProgram } from '../run-program';
import { loadSecrets } from '../secrets';
import { SetupError } from '../setup-error';
import { readStackFile } from '../stack-file';
import { findBackupTools } from './backup-tools';
import type { BackupManifest, LogPosition } from './manifest';
import { manifestName, personalKeysOf } from './manifest';
import { undoneAfterwards, whileItStands } from './standing-still';

/**
 * Copies what a running stack keeps into a new folder, while people work: first the checkpoints, which speak of no entry that the database lacks then; the
 * database; the files that its rows name, which are only ever added; then Temporal's store. The folder has its name only once it is whole.
 * @throws SetupError where nothing runs, where the folder is taken, or where a tool failed
 */
export const takeBackup = async (directory: string, folder: string, log: Log): Promise<BackupManifest> => {
  const into = newFolder(folder);
  const making = `${into}.making`;
  await rm(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  await copyFolder(join(directory, 'audit'), join(making, 'audit'));
  const position = await copyDatabase(directory, making, log);
  const at = new Date().toISOString();
  await copyFolder(join(directory, 'files'), join(making, 'files'));
  const temporal = await copyTemporal(directory, making);
  const manifest: BackupManifest = {
    ...{ at, log: position, temporal, ...(await sizeOf(making)) },
    personalKeys: await personalKeysOf(directory),
  };
  await writeFile(join(making, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(making, into);
  log(`${into}: ${manifest.files} files, ${Math.ceil(manifest.bytes / 2 ** 20)} MiB`);
  return manifest;
};

/** A folder, or nothing where there is none, while people work: uploads come and go, and what has gone when its turn comes is left out. */
export const copyFolder = async (from: string, to: string): Promise<void> => {
  const entries = await readdir(from, { withFileTypes: true }).catch(unlessGone);
  if (entries === undefined) {
    return;
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    await (entry.isDirectory() ? copyFolder(source, target) : cp(source, target, { preserveTimestamps: true }).catch(unlessGone));
  }
};

const unlessGone = (fault: NodeJS.ErrnoException): undefined => {
  if (fault.code !== 'ENOENT') {
    throw fault;
  }
};

/** @throws SetupError where it is there */
export const newFolder = (folder: string): string => {
  const into = resolve(folder);
  if (existsSync(into)) {
    throw new SetupError(`${into} is there already: a backup is a folder of its own.`);
  }
  return into;
};

/** Copied from the running server, and at once made sound, so that a restore only has to put it in its place. */
const copyDatabase = async (directory: string, making: string, log: Log): Promise<LogPosition | null> => {
  const tools = await findBackupTools(log);
  const target = join(making, 'mariadb');
  // Where the secrets are, not on the disk of the backup.
  const settings = join(directory, `login-of-backup-${process.pid}.cnf`);
  const login = await loginOf(directory);
  const copy = [`--defaults-file=${settings}`, '--backup', `--target-dir=${target}`, `--datadir=${join(directory, 'mariadb')}`];
  await undoneAfterwards(
    () => rmSync(settings, { force: true }),
    () => {
      writeFileSync(settings, login, { mode: 0o600 });
      return run(tools.backup, copy);
    },
  );
  await run(tools.backup, ['--no-defaults', '--prepare', `--target-dir=${target}`]);
  const info = join(target, 'xtrabackup_binlog_info');
  const [file, position] = existsSync(info) ? (await readFile(info, 'utf8')).trim().split('\t') : [];
  return file === undefined || position === undefined ? null : { file, position: Number(position) };
};

const loginOf = async (directory: string): Promise<string> => {
  const { databaseUrls, tlsCaFile } = readStackFile(directory);
  const { port } = new URL(databaseUrls['accounts'] ?? '');
  const { databaseRoot } = await loadSecrets(directory);
  return `[mariadb-backup]\nhost=127.0.0.1\nport=${port}\nuser=root\npassword=${databaseRoot}\n${tlsCaFile === null ? '' : `ssl-ca=${tlsCaFile}\n`}`;
};

/** The development server’s file with its log, at one instant: the process stands still for as long as copying takes. */
const copyTemporal = async (directory: string, making: string): Promise<boolean> => {
  const server = recordedProcess(directory, 'temporal');
  const folder = join(directory, 'temporal');
  if (server === undefined || !existsSync(folder)) {
    return false;
  }
  mkdirSync(join(making, 'temporal'), { mode: 0o700 });
  await whileItStands(server.pid, async () => {
    for (const name of (await readdir(folder)).filter((file) => !file.endsWith('-shm'))) {
      await cp(join(folder, name), join(making, 'temporal', name));
    }
  });
  return true;
};

const sizeOf = async (folder: string): Promise<{ files: number; bytes: number }> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))));
  return { files: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
};

const run = async (program: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await runProgram(program, args);
  if (code !== 0) {
    throw new SetupError(`${program} failed:\n${lastLines(output, 12)}`);
  }
};
