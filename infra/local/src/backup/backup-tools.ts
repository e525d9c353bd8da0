import { canInstallPackages, installPackages } from '../install-debian';
import type { Log } from '../progress';
import { findProgram } from '../run-program';
import { SetupError } from '../setup-error';

/** MariaDB's own programs for what outlives a server. */
export interface BackupTools {
  /** Copies the files of a running server, and makes the copy sound. */
  readonly backup: string;
  /** Reads the binary log as statements. */
  readonly binlog: string;
  /** Runs them. */
  readonly client: string;
}

/** On PATH, else Debian's packages. @throws SetupError saying what would help */
export const findBackupTools = async (log: Log): Promise<BackupTools> => {
  if (tools() === undefined && (await canInstallPackages())) {
    await installPackages(['mariadb-backup', 'mariadb-client'], log);
  }
  const found = tools();
  if (found === undefined) {
    throw new SetupError(missing);
  }
  return found;
};

const tools = (): BackupTools | undefined => {
  const [backup, binlog, client] = ['mariadb-backup', 'mariadb-binlog', 'mariadb'].map(findProgram);
  return backup === undefined || binlog === undefined || client === undefined ? undefined : { backup, binlog, client };
};

const missing = [
  'A backup needs `mariadb-backup`, `mariadb-binlog` and `mariadb` of the version of the server:',
  '  - on Debian or Ubuntu: apt-get install mariadb-backup mariadb-client',
  '  - where the server runs in a container, run them there (docs/operations.md)',
].join('\n');
