import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../progress';
import { findProgram, lastLines, runProgram } from '../run-program';
import { SetupError } from '../setup-error';
import type { ProcessPlan } from '../supervised-process';
import type { Certificate } from './certificates';

const oldest = 15;
const debianFolder = '/usr/lib/postgresql';
export const postgresqlUser = 'temporal';

/** The folder of the programs of PostgreSQL 15 or later: where Debian puts them, else where `initdb` is on PATH. */
export const findPostgresql = async (): Promise<string> => {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= oldest));
  const initdb = Number.isFinite(newest) ? join(debianFolder, String(newest), 'bin', 'initdb') : findProgram('initdb');
  const version = initdb === undefined ? '' : (await runProgram(initdb, ['--version'])).output;
  if (initdb === undefined || Number(/(\d+)/.exec(version)?.[1]) < oldest) {
    throw new SetupError(missing);
  }
  return join(initdb, '..');
};

export interface PostgresqlSettings {
  /** Of its programs. */
  readonly programs: string;
  /** Of the stack. */
  readonly directory: string;
  readonly port: number;
  /** File with the password of its one user. */
  readonly passwordFile: string;
  /** Then it takes connections by TLS alone. */
  readonly certificate?: Certificate;
}

/** The server that keeps what Temporal knows: private data directory, loopback only, no socket file. */
export const postgresqlPlan = async (settings: PostgresqlSettings, log: Log): Promise<ProcessPlan> => {
  await installDataDirectory(settings, log);
  const [host, tls] = tlsOf(settings.certificate);
  await writeFile(join(dataDirectory(settings), 'pg_hba.conf'), `${host} all all 127.0.0.1/32 scram-sha-256\n`);
  const options = { port: settings.port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 100, ...tls };
  const set = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = asOrdinaryUser(join(settings.programs, 'postgres'), ['-D', dataDirectory(settings), ...set]);
  return {
    name: 'postgresql',
    command,
    args,
    env: environment,
    isReady: () => takesConnections(settings.programs, settings.port),
    readyWithinMs: 60_000,
    endWithinMs: 30_000,
    restartable: true,
  };
};

export const takesConnections = async (programs: string, port: number): Promise<boolean> =>
  (await runProgram(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])).code === 0;

const tlsOf = (certificate: Certificate | undefined): [host: string, options: Record<string, string>] =>
  certificate === undefined ? ['host', {}] : ['hostssl', { ssl: 'on', ssl_cert_file: certificate.cert, ssl_key_file: certificate.key }];

const environment = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'UTC' };
const dataDirectory = ({ directory }: PostgresqlSettings): string => join(directory, 'postgresql');

/** Made beside its place and renamed, so that an interrupted start leaves no half data directory. */
const installDataDirectory = async (settings: PostgresqlSettings, log: Log): Promise<void> => {
  if (existsSync(dataDirectory(settings))) {
    return;
  }
  log('PostgreSQL: making a data directory');
  const making = `${dataDirectory(settings)}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(settings.directory, { recursive: true, mode: 0o700 });
  const account = [`--username=${postgresqlUser}`, `--pwfile=${settings.passwordFile}`, '--auth=scram-sha-256'];
  const [command, args] = asOrdinaryUser(join(settings.programs, 'initdb'), [
    ...[`--pgdata=${making}`, ...account, '--encoding=UTF8', '--no-locale', '--no-instructions'],
  ]);
  const { code, output } = await runProgram(command, args, { env: environment });
  if (code !== 0) {
    throw new SetupError(`initdb failed:\n${lastLines(output, 8)}`);
  }
  await rename(making, dataDirectory(settings));
};

/** PostgreSQL refuses to run as root. In a namespace of its own root is an ordinary user, and root’s files are that user’s. */
const asOrdinaryUser = (command: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? [findProgram('unshare') ?? 'unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', command, ...args]]
    : [command, [...args]];

const missing = [
  `The production shape keeps Temporal’s store in PostgreSQL ${oldest} or later, which was not found. Any one of these helps:`,
  '  - put `postgres`, `initdb`, `pg_isready` and `psql` on PATH',
  '  - on Debian: apt-get install postgresql-15',
].join('\n');
