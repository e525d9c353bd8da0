import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MariadbFound } from './find-mariadb';
import { findMariadb } from './find-mariadb';
import { findTemporal } from './find-temporal';
import type { TimeSkippingServer } from './find-time-skipping';
import { findTimeSkippingServer } from './find-time-skipping';
import type { DatabaseOwner, Part } from './house';
import { databaseOwners } from './house';
import type { MariadbSettings } from './mariadb';
import { createSchemas, mariadbPlan, rootUrlOf } from './mariadb';
import type { Ports } from './ports';
import type { TemporalServerPrograms } from './production/find-temporal-server';
import { findTemporalServer } from './production/find-temporal-server';
import { findPostgresql } from './production/postgresql';
import type { Log } from './progress';
import type { Secrets } from './secrets';
import type { ProcessPlan } from './supervised-process';
import type { TemporalDurability } from './temporal';
import { devServerPlan, skippingServerPlan } from './temporal';

/** `server`: that of production. */
export type TemporalWanted = 'dev' | 'server' | { readonly skippingFrom: string };

type TemporalServer =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'dev'; readonly binary: string }
  | { readonly kind: 'server'; readonly programs: TemporalServerPrograms; readonly postgresql: string }
  | { readonly kind: 'skipping'; readonly server: TimeSkippingServer; readonly from: string };

export interface FoundServers {
  readonly mariadb?: MariadbFound;
  readonly temporal?: TemporalServer;
}

/** Finds what the wanted parts need; a season brings its own Temporal whatever the environment says. */
export const findServers = async (wanted: readonly Part[], temporal: TemporalWanted, log: Log): Promise<FoundServers> => {
  const [mariadb, server] = await Promise.all([
    wanted.includes('mariadb') ? findMariadb(log) : undefined,
    wanted.includes('temporal') ? findServer(temporal, log) : undefined,
  ]);
  return { ...(mariadb === undefined ? {} : { mariadb }), ...(server === undefined ? {} : { temporal: server }) };
};

const findServer = async (temporal: TemporalWanted, log: Log): Promise<TemporalServer> => {
  if (temporal === 'server') {
    return { kind: 'server', postgresql: await findPostgresql(), programs: await findTemporalServer(log) };
  }
  if (temporal !== 'dev') {
    return { kind: 'skipping', server: await findTimeSkippingServer(log), from: temporal.skippingFrom };
  }
  const found = await findTemporal(log);
  return found.kind === 'address' ? found : { kind: 'dev', binary: found.path };
};

export const temporalPlan = (
  server: Exclude<TemporalServer, { kind: 'address' | 'server' }>,
  { directory, ports, withUi, durability }: { directory: string; ports: Ports; withUi: boolean; durability: TemporalDurability },
): ProcessPlan => {
  if (server.kind === 'skipping') {
    return skippingServerPlan(server.server, { port: ports.temporal, from: server.from });
  }
  mkdirSync(join(directory, 'temporal'), { recursive: true, mode: 0o700 });
  const file = join(directory, 'temporal', 'temporal.sqlite');
  return devServerPlan(server.binary, { file, port: ports.temporal, durability, ...(withUi ? { uiPort: ports.temporalUi } : {}) });
};

/** How the services come to their schemas, on a server of ours or on one given by its address. */
export const databaseAccess = (directory: string, found: FoundServers, ports: Ports, secrets: Secrets, addressEnd = '') => {
  const given = found.mariadb?.kind === 'address' ? found.mariadb.rootUrl : undefined;
  const rootUrl = given ?? rootUrlOf({ port: ports.mariadb, rootPassword: secrets.databaseRoot, addressEnd });
  // On a server that others use too, stacks of different directories must not meet.
  const prefix = given === undefined ? 'dengke' : `dengke_${createHash('sha256').update(directory).digest('hex').slice(0, 6)}`;
  const schema = (owner: DatabaseOwner): string => `${prefix}_${owner}`;
  return {
    rootUrl,
    rootPassword: secrets.databaseRoot,
    schema,
    url: (owner: DatabaseOwner): string => {
      const { hostname, port } = new URL(rootUrl);
      return `mysql://${schema(owner)}:${secrets.databasePasswords[owner]}@${hostname}:${port === '' ? '3306' : port}/${schema(owner)}${addressEnd}`;
    },
    /** Migrations run as root, who alone may create tables and grant. */
    migrationUrl: (owner: DatabaseOwner): string => Object.assign(new URL(rootUrl), { pathname: `/${schema(owner)}` }).toString(),
    plan: async (mariadb: MariadbFound, where: Omit<MariadbSettings, 'rootPassword'>, log: Log): Promise<ProcessPlan | undefined> =>
      mariadb.kind === 'address' ? undefined : mariadbPlan(mariadb, { ...where, rootPassword: secrets.databaseRoot }, log),
    createSchemas: () =>
      createSchemas(
        rootUrl,
        databaseOwners.map((owner) => ({ owner, schema: schema(owner), password: secrets.databasePasswords[owner] })),
      ),
  };
};
