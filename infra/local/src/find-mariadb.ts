import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { findProgram, runProgram } from './run-program';
import { SetupError } from './setup-error';

export type MariadbFound =
  | { readonly kind: 'address'; readonly rootUrl: string }
  | { readonly kind: 'binary'; readonly server: string; readonly installer: string }
  | { readonly kind: 'docker'; readonly docker: string };

/**
 * A MariaDB, in this order: an address in the environment, `mariadbd` on PATH, docker, Debian's packages of the server without a system
 * service: what makes its data directory needs `my_print_defaults` of the client's.
 */
export const findMariadb = async (log: Log): Promise<MariadbFound> => {
  const rootUrl = process.env['DENGKE_DATABASE_ROOT_URL'];
  return rootUrl === undefined || rootUrl === '' ? findMariadbServer(log) : { kind: 'address', rootUrl };
};

export const findMariadbServer = async (log: Log): Promise<Exclude<MariadbFound, { kind: 'address' }>> => {
  const here = binary() ?? (await docker());
  if (here !== undefined) {
    return here;
  }
  if (await canInstallPackages()) {
    await installPackages(['mariadb-server-core', 'mariadb-client-core'], log);
  }
  const installed = binary();
  if (installed === undefined) {
    throw new SetupError(missing);
  }
  return installed;
};

const binary = (): { kind: 'binary'; server: string; installer: string } | undefined => {
  const server = findProgram('mariadbd');
  const installer = findProgram('mariadb-install-db');
  const isComplete = findProgram('my_print_defaults') !== undefined;
  return server === undefined || installer === undefined || !isComplete ? undefined : { kind: 'binary', server, installer };
};

const docker = async (): Promise<{ kind: 'docker'; docker: string } | undefined> => {
  const client = findProgram('docker');
  const usable =
    client !== undefined && (await runProgram(client, ['version', '--format', '{{.Server.Version}}'], { timeoutMs: 10_000 })).code === 0;
  return usable ? { kind: 'docker', docker: client } : undefined;
};

const missing = [
  'No MariaDB server was found. Any one of these helps:',
  '  - set DENGKE_DATABASE_ROOT_URL to a server you may administer (mysql://root:password@host:port)',
  '  - put `mariadbd`, `mariadb-install-db` and `my_print_defaults` (10.11 or later) on PATH',
  '  - start docker',
  '  - on Debian or Ubuntu: apt-get install mariadb-server-core mariadb-client-core',
].join('\n');
