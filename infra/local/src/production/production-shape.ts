import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { MariadbFound } from '../find-mariadb';
import { mariadbPlan, rootUrlOf } from '../mariadb';
import type { MariadbSettings } from '../mariadb';
import { poll } from '../poll';
import type { Log } from '../progress';
import { replicaPasswordFile, temporalPasswordFile } from '../secrets';
import { SetupError } from '../setup-error';
import type { Supervisor } from '../supervisor';
import type { Ports } from '../ports';
import type { Certificates } from './certificates';
import { certificatesOf, mysqlTls } from './certificates';
import type { TemporalServerPrograms } from './find-temporal-server';
import { allowReplica, beginAt, followPrimary, follows, positionOf, replicaAccount } from './mariadb-replica';
import { copyMark } from './replica-folders';
import { postgresqlPlan } from './postgresql';
import type { ProductionPorts } from './production-ports';
import { productionPorts } from './production-ports';
import { forgetMembers, setupNamespace, setupSchema, temporalServerPlan } from './temporal-server';

/** What is drawn and made for one start of the production shape. */
export interface ProductionShape {
  readonly ports: ProductionPorts;
  readonly certificates: Certificates;
  /** What follows the address of a MariaDB (`mysqlTls`). */
  readonly addressEnd: string;
}

export const productionShape = async (directory: string, ports: Ports): Promise<ProductionShape> => {
  const certificates = await certificatesOf(directory);
  return { ports: await productionPorts(ports), certificates, addressEnd: await mysqlTls(certificates.mariadb.ca) };
};

interface Starting {
  readonly supervisor: Supervisor;
  readonly directory: string;
  readonly ports: ProductionPorts;
  readonly certificates: Certificates;
  readonly log: Log;
}

/** Temporal’s server with its store in PostgreSQL: both are ready, and the namespace is there, when it resolves. */
export const startTemporalServer = async (
  { supervisor, directory, ports, certificates, log }: Starting,
  found: { readonly programs: TemporalServerPrograms; readonly postgresql: string },
  port: number,
): Promise<void> => {
  const passwordFile = await temporalPasswordFile(directory);
  const postgresql = { programs: found.postgresql, directory, port: ports.postgresql, passwordFile, certificate: certificates.postgresql };
  await supervisor.start(await postgresqlPlan(postgresql, log));
  const settings = {
    ...found,
    port,
    ports,
    password: await readFile(passwordFile, 'utf8'),
    certificate: certificates.temporal,
  };
  await setupSchema(settings);
  await forgetMembers(settings);
  await supervisor.start(temporalServerPlan(settings));
  await setupNamespace(`127.0.0.1:${port}`, 'default', certificates.temporal.ca);
  log('Temporal has its namespace');
};

/** The replica follows the primary, and is not behind, when it resolves. */
export const startMariadbReplica = async (
  { supervisor, directory, ports, certificates, log }: Starting,
  found: MariadbFound,
  primary: Omit<MariadbSettings, 'directory' | 'role'>,
): Promise<void> => {
  if (found.kind !== 'binary') {
    throw new SetupError('The production shape starts two MariaDB servers of its own: put `mariadbd` on PATH.');
  }
  const settings = { ...primary, directory, port: ports.mariadbReplica, role: 'replica' } as const;
  const password = await readFile(await replicaPasswordFile(directory), 'utf8');
  const copied = existsSync(copyMark(directory)) ? await positionOf(rootUrlOf(primary)) : undefined;
  await allowReplica(rootUrlOf(primary), password);
  await supervisor.start(await mariadbPlan(found, settings, log));
  if (copied !== undefined) {
    await beginAt(rootUrlOf(settings), copied);
    await rm(copyMark(directory));
  }
  await followPrimary(rootUrlOf(settings), { port: primary.port, password, ca: certificates.mariadb.ca });
  if (!(await poll(() => follows(rootUrlOf(settings)), { withinMs: 60_000, everyMs: 200 }))) {
    throw new SetupError('The replica of MariaDB does not follow: SHOW SLAVE STATUS says why.');
  }
  log('mariadb-replica follows mariadb');
};

const place = (port: number): string => `127.0.0.1:${port}`;

/** What a process is told of where it tells its metrics, by its name. */
export const metricsEnvironment = (name: string, shape: ProductionShape | undefined): Readonly<Record<string, string>> => {
  const address = shape === undefined ? undefined : metricsPlaces(shape)[name];
  return address === undefined ? {} : { DENGKE_METRICS_ADDRESS: address };
};

/** Where a Prometheus reads what has no metrics where it listens, at `/metrics`, by process. */
export const metricsPlaces = ({ ports }: ProductionShape): Readonly<Record<string, string>> => ({
  gateway: place(ports.gatewayMetrics),
  worker: place(ports.workerMetrics),
  'worker-2': place(ports.secondWorkerMetrics),
  temporal: place(ports.temporalMetrics),
});

/** Where `npm run status` asks of what runs beside the parts of every stack, by process. */
export const besideOf = async (directory: string, { ports, addressEnd }: ProductionShape): Promise<Readonly<Record<string, string>>> => {
  const https = (port: number): string => `https://127.0.0.1:${port}`;
  const password = await readFile(await replicaPasswordFile(directory), 'utf8');
  return {
    'accounts-2': https(ports.accounts),
    'achievements-2': https(ports.achievements),
    'notifications-2': https(ports.notifications),
    'worker-2': `http://127.0.0.1:${ports.worker}`,
    'mariadb-replica': `mysql://${replicaAccount}:${password}@127.0.0.1:${ports.mariadbReplica}${addressEnd}`,
    postgresql: `postgresql://127.0.0.1:${ports.postgresql}`,
  };
};
