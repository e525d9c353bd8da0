import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { MariadbFound } from './find-mariadb';
import type { DatabaseOwner } from './house';
import type { Certificate } from './production/certificates';
import type { Log } from './progress';
import { runProgram } from './run-program';
import { SetupError } from './setup-error';
import type { ProcessPlan } from './supervised-process';

/**
 * How much a commit is worth: `full` survives a power failure, `process` the death of the server process (a season's kill tests),
 * `none` nothing (specs).
 */
export type Durability = 'full' | 'process' | 'none';

export interface MariadbSettings {
  readonly directory: string;
  readonly port: number;
  readonly rootPassword: string;
  readonly durability: Durability;
  /** Folder of the binary log, on another disk than the data; none is kept without. */
  readonly binaryLog?: string | undefined;
  /** In the production shape: one is followed by the other, which nobody but root writes to. */
  readonly role?: 'primary' | 'replica';
  /** Then it takes connections by TLS alone. */
  readonly certificate?: Certificate;
  /** What follows an address then, so that whoever is given it speaks TLS (`mysqlTls`). */
  readonly addressEnd?: string;
}

const image = 'mariadb:10.11';

export const rootUrlOf = ({ port, rootPassword, addressEnd = '' }: Pick<MariadbSettings, 'port' | 'rootPassword' | 'addressEnd'>): string =>
  `mysql://root:${rootPassword}@127.0.0.1:${port}${addressEnd}`;

/** The server of one stack: private data directory, own port and socket, nothing read from the machine's configuration. */
export const mariadbPlan = async (
  found: Exclude<MariadbFound, { kind: 'address' }>,
  settings: MariadbSettings,
  log: Log,
): Promise<ProcessPlan> => {
  const shared = {
    name: nameOf(settings),
    isReady: () => answers(rootUrlOf(settings)),
    readyWithinMs: 120_000,
    endWithinMs: 60_000,
    restartable: true,
  };
  const environment = { PATH: process.env['PATH'] ?? '', HOME: settings.directory };
  if (found.kind === 'docker') {
    return {
      ...shared,
      ...(await dockerStart(found.docker, settings)),
      env: { ...environment, MARIADB_ROOT_PASSWORD: settings.rootPassword },
    };
  }
  await installDataDirectory(found.installer, settings, log);
  if (settings.binaryLog !== undefined) {
    await mkdir(settings.binaryLog, { recursive: true, mode: 0o700 });
  }
  const temporary = temporaryDirectory(settings);
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  const own = [
    `--datadir=${dataDirectory(settings)}`,
    `--tmpdir=${temporary}`,
    `--socket=${socketPath(settings)}`,
    `--port=${settings.port}`,
    '--bind-address=127.0.0.1',
  ];
  return { ...shared, command: found.server, args: ['--no-defaults', ...own, ...asUser(), ...serverOptions(settings)], env: environment };
};

const nameOf = ({ role }: MariadbSettings): string => (role === 'replica' ? 'mariadb-replica' : 'mariadb');
const dataDirectory = (settings: MariadbSettings): string => join(settings.directory, nameOf(settings));
/** Its own: a server that starts, also the one that makes a data directory, clears the folder of what it takes for its predecessor's. */
const temporaryDirectory = (settings: MariadbSettings): string => `${dataDirectory(settings)}-tmp`;

/** Unix sockets have room for about a hundred characters; a deep checkout has more. */
const socketPath = (settings: MariadbSettings): string => {
  const beside = `${dataDirectory(settings)}.sock`;
  return beside.length < 100 ? beside : join(tmpdir(), `dengke-${createHash('sha256').update(beside).digest('hex').slice(0, 12)}.sock`);
};

/** mariadbd refuses to run as root unless told so. */
const asUser = (): readonly string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

const commitOptions: Readonly<Record<Durability, readonly string[]>> = {
  full: ['--innodb-flush-log-at-trx-commit=1'],
  process: ['--innodb-flush-log-at-trx-commit=2'],
  none: ['--innodb-flush-log-at-trx-commit=0', '--innodb-flush-method=nosync', '--innodb-doublewrite=OFF'],
};

/** Each commit reaches the disk in the log too: what is restored from it has every act that was answered. */
const logOptions = (folder: string | undefined): readonly string[] =>
  folder === undefined ? ['--skip-log-bin'] : [`--log-bin=${join(folder, 'log')}`, '--binlog-format=ROW', '--sync-binlog=1'];

/** A commit is seen and answered once the replica has it too; while none is there, after two seconds the first time and then at once. */
const roleOptions = {
  primary: [
    '--server-id=1',
    '--gtid-strict-mode=ON',
    '--rpl-semi-sync-master-enabled=ON',
    '--rpl-semi-sync-master-timeout=2000',
    '--rpl-semi-sync-master-wait-point=AFTER_SYNC',
  ],
  replica: [
    '--server-id=2',
    '--gtid-strict-mode=ON',
    '--rpl-semi-sync-slave-enabled=ON',
    '--log-slave-updates=ON',
    '--read-only=ON',
    '--relay-log=relay',
  ],
} as const;

const tlsOptions = (certificate: Certificate | undefined): readonly string[] =>
  certificate === undefined
    ? []
    : [`--ssl-ca=${certificate.ca}`, `--ssl-cert=${certificate.cert}`, `--ssl-key=${certificate.key}`, '--require-secure-transport=ON'];

const serverOptions = (settings: MariadbSettings): readonly string[] => [
  // Without it MariaDB 10.11 loses updates at its default isolation.
  '--innodb-snapshot-isolation=ON',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_520_ci',
  '--default-time-zone=+00:00',
  '--skip-name-resolve',
  ...logOptions(settings.binaryLog),
  ...(settings.role === undefined ? [] : roleOptions[settings.role]),
  ...tlsOptions(settings.certificate),
  '--max-connections=400',
  '--innodb-buffer-pool-size=256M',
  ...commitOptions[settings.durability],
];

/** Made beside its place and renamed, so that an interrupted start leaves no half data directory. */
const installDataDirectory = async (installer: string, settings: MariadbSettings, log: Log): Promise<void> => {
  if (existsSync(dataDirectory(settings))) {
    return;
  }
  log('MariaDB: making a data directory');
  const making = `${dataDirectory(settings)}.making`;
  const rootSql = `${dataDirectory(settings)}-root.sql`;
  const temporary = temporaryDirectory(settings);
  await rm(making, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  await writeFile(rootSql, rootAccount(settings.rootPassword), { mode: 0o600 });
  const options = [
    `--datadir=${making}`,
    `--tmpdir=${temporary}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    ...asUser(),
  ];
  const { code, output } = await runProgram(installer, ['--no-defaults', ...options, `--extra-file=${rootSql}`]);
  await rm(rootSql, { force: true });
  if (code !== 0) {
    throw new SetupError(
      `mariadb-install-db failed:\n${output
        .split('\n')
        .filter((line) => line.includes('ERROR'))
        .join('\n')}`,
    );
  }
  await rename(making, dataDirectory(settings));
};

/** The first statement switches the grant tables on, which are off while the directory is made. */
const rootAccount = (password: string): string =>
  [
    'FLUSH PRIVILEGES;',
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    `CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;",
    "DROP USER IF EXISTS 'root'@'::1';",
    '',
  ].join('\n');

const dockerStart = async (docker: string, settings: MariadbSettings): Promise<Pick<ProcessPlan, 'command' | 'args' | 'beforeStart'>> => {
  const name = `dengke-mariadb-${createHash('sha256').update(settings.directory).digest('hex').slice(0, 12)}`;
  await mkdir(dataDirectory(settings), { recursive: true, mode: 0o700 });
  const user = process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`];
  const container = [
    'run',
    '--rm',
    '--name',
    name,
    '--publish',
    `127.0.0.1:${settings.port}:3306`,
    '--volume',
    `${dataDirectory(settings)}:/var/lib/mysql`,
  ];
  return {
    command: docker,
    args: [...container, ...user, '--env', 'MARIADB_ROOT_PASSWORD', image, ...serverOptions(settings)],
    beforeStart: async () => {
      await runProgram(docker, ['rm', '--force', name]);
    },
  };
};

/** Whether a server lets this account in. */
export const answers = async (url: string): Promise<boolean> => {
  const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
  try {
    await connection.query('SELECT 1');
    return true;
  } finally {
    connection.destroy();
  }
};

export interface Account {
  readonly owner: DatabaseOwner;
  readonly schema: string;
  readonly password: string;
}

/**
 * One schema and one account per service; whoever has been there before is left as it is, but for the password. What the account may do is
 * granted after the migrations, table by table (`grantService` of service-kit).
 */
export const createSchemas = async (rootUrl: string, accounts: readonly Account[]): Promise<void> => {
  const connection = await createConnection({ uri: rootUrl });
  try {
    for (const { schema, password } of accounts) {
      await connection.query(`CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
      await connection.query(`CREATE USER IF NOT EXISTS '${schema}'@'%' IDENTIFIED BY '${password}'`);
      await connection.query(`ALTER USER '${schema}'@'%' IDENTIFIED BY '${password}'`);
    }
  } finally {
    await connection.end();
  }
};
