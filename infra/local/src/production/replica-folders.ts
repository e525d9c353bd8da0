import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../setup-error';

const replicaFolder = (directory: string): string => join(directory, 'mariadb-replica');

/** In the folder of a replica that was copied from its primary and has not followed it yet. */
export const copyMark = (directory: string): string => join(replicaFolder(directory), 'copied-from-primary');

/** In what has applied all that its lost primary gave it, and follows nobody any more, until it is in the primary’s place and copied. */
const promotedMark = 'follows-nobody';

/** In the folder of what was promoted, until it has a log of its own. */
const newLogMark = 'begins-a-log';

/** @throws SetupError where what was promoted would go on with the log of the lost one, which may end with commits that it does not have */
export const requireNewLog = (directory: string, logFolder: string | undefined): void => {
  if (logFolder !== undefined && existsSync(join(logFolder, 'log.index')) && existsSync(join(directory, 'mariadb', newLogMark))) {
    throw new SetupError(`${logFolder} has the log of the MariaDB that was lost: name another folder (DENGKE_BINARY_LOG).`);
  }
};

export const logIsBegun = (directory: string): Promise<void> => rm(join(directory, 'mariadb', newLogMark), { force: true });

export const markPromoted = (directory: string): Promise<void> => writeFile(join(replicaFolder(directory), promotedMark), '');

/** Whether a promotion was begun and is not at its end. */
export const isPromoted = (directory: string): boolean =>
  [replicaFolder(directory), join(directory, 'mariadb')].some((folder) => existsSync(join(folder, promotedMark)));

/** Makes a replica of what lies in the place of the primary. Neither runs. */
export const copyToReplica = async (directory: string): Promise<void> => {
  await rm(replicaFolder(directory), { recursive: true, force: true });
  await cp(join(directory, 'mariadb'), replicaFolder(directory), { recursive: true, preserveTimestamps: true });
  await writeFile(copyMark(directory), '');
};

/**
 * Puts the replica, which follows nobody any more, into the place of the primary, and a copy of it into its own. What is left of the primary, and both logs,
 * are set aside: the log that begins now goes on from the replica. Nothing runs. What was interrupted goes on.
 * @returns the folder of what was set aside
 */
export const replaceByReplica = async (directory: string): Promise<string> => {
  const aside = join(directory, `lost-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const primary = join(directory, 'mariadb');
  if (!existsSync(join(primary, promotedMark))) {
    for (const name of ['mariadb', 'mariadb-log', 'mariadb-replica-log'].filter((folder) => existsSync(join(directory, folder)))) {
      await rename(join(directory, name), join(aside, name));
    }
    await rename(replicaFolder(directory), primary);
  }
  await copyToReplica(directory);
  await rm(join(replicaFolder(directory), promotedMark), { force: true });
  await writeFile(join(primary, newLogMark), '');
  await rm(join(primary, promotedMark), { force: true });
  return aside;
};
