import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { createConnection } from 'mysql2/promise';
import type { DatabaseOwner } from './house';
import { builtFile } from './house';
import { nodeEnvironment } from './node-process';
import type { Log } from './progress';
import { repositoryRoot } from './repository';
import { lastLines, runProgram } from './run-program';
import type { EnvironmentSource } from './service-environment';
import { SetupError } from './setup-error';

export interface Migrating {
  readonly service: DatabaseOwner;
  readonly schema: string;
  readonly rootUrl: string;
  readonly source: EnvironmentSource;
  /** Directory of the stack, for the log. */
  readonly directory: string;
  readonly log: Log;
}

/**
 * Brings a service's schema to the present shape and lays its seed; both may be repeated, and are left out while the program and the
 * seed are those that were last run on this schema.
 */
export const migrate = async ({ service, schema, rootUrl, source, directory, log }: Migrating): Promise<void> => {
  const digest = digestOf(service, source.profile);
  if (await isUpToDate(rootUrl, schema, digest)) {
    return;
  }
  await mkdir(source.filesDirectory, { recursive: true, mode: 0o700 });
  const args = ['--enable-source-maps', builtFile(service, 'migrate.js')];
  const { code, output } = await runProgram(process.execPath, args, { env: nodeEnvironment(service, source, true) });
  await writeFile(join(directory, 'logs', `${service}.migrate.log`), output, { mode: 0o600 });
  if (code !== 0) {
    throw new SetupError(`The migrations of ${service} failed:\n${lastLines(output, 20)}`);
  }
  await note(rootUrl, schema, digest);
  log(`${service}: the schema is up to date`);
};

/** Over everything that decides what a migration does: the service's code and seed, the kit's code, the profile. */
const digestOf = (service: DatabaseOwner, profile: string): string => {
  const folders = [
    dirname(builtFile(service, 'migrate.js')),
    join(repositoryRoot, 'services', service, 'seed'),
    join(repositoryRoot, 'libs'),
  ];
  const hash = createHash('sha256').update(profile);
  for (const file of folders.flatMap(filesBelow)) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const filesBelow = (folder: string): readonly string[] => {
  if (!existsSync(folder)) {
    return [];
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => /\.(js|json)$/.test(file) && !file.includes('node_modules')).sort();
};

/** The note stands beside the schemas it speaks of: whoever throws the data away throws it away too. */
const isUpToDate = (rootUrl: string, schema: string, digest: string): Promise<boolean> =>
  asRoot(rootUrl, async (connection) => {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT 1 FROM dengke_bootstrap.migrated WHERE name = ? AND digest = ?', [
      schema,
      digest,
    ]);
    return rows.length > 0;
  });

const note = (rootUrl: string, schema: string, digest: string): Promise<unknown> =>
  asRoot(rootUrl, (connection) =>
    connection.query('REPLACE INTO dengke_bootstrap.migrated (name, digest) VALUES (?, ?)', [schema, digest]),
  );

const asRoot = async <Result>(rootUrl: string, use: (connection: Connection) => Promise<Result>): Promise<Result> => {
  const connection = await createConnection({ uri: rootUrl });
  try {
    await connection.query('CREATE DATABASE IF NOT EXISTS dengke_bootstrap');
    await connection.query('CREATE TABLE IF NOT EXISTS dengke_bootstrap.migrated (name VARCHAR(64) PRIMARY KEY, digest CHAR(64) NOT NULL)');
    return await use(connection);
  } finally {
    await connection.end();
  }
};
