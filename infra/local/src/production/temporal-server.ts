import { join } from 'node:path';
import { msToTs } from '@temporalio/common/lib/time';
import { poll } from '../poll';
import { repositoryRoot } from '../repository';
import { lastLines, runProgram } from '../run-program';
import { SetupError } from '../setup-error';
import type { ProcessPlan } from '../supervised-process';
import { connected, isReachable, registerSearchAttributes } from '../temporal';
import type { Certificate } from './certificates';
import type { TemporalServerPrograms } from './find-temporal-server';
import { postgresqlUser } from './postgresql';
import type { ProductionPorts } from './production-ports';

export interface TemporalServerSettings {
  readonly programs: TemporalServerPrograms;
  /** Folder of PostgreSQL’s. */
  readonly postgresql: string;
  /** Where the frontend listens. */
  readonly port: number;
  readonly ports: ProductionPorts;
  /** Of PostgreSQL’s user. */
  readonly password: string;
  readonly certificate: Certificate;
}

/** Fixed by the first start for ever: docker-compose.yml has 512, each of which asks PostgreSQL by itself; one machine has the processors for these. */
const historyShards = '16';
const retention = '90 days';

/** Brings the two databases to the schema of this version; may be repeated (as infra/temporal/setup-schema.sh). */
export const setupSchema = async ({ programs, ports, password, certificate: { ca } }: TemporalServerSettings): Promise<void> => {
  const env = { ...process.env, SQL_PASSWORD: password, SQL_TLS: 'true', SQL_TLS_CA_FILE: ca, SQL_TLS_SERVER_NAME: 'localhost' };
  for (const [database, schema] of [
    ['temporal', 'postgresql/v12/temporal'],
    ['temporal_visibility', 'postgresql/v12/visibility'],
  ] as const) {
    const reached = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', String(ports.postgresql), '-u', postgresqlUser, '--db', database];
    const tool = (...args: string[]) => runProgram(programs.sqlTool, [...reached, ...args], { env });
    // Both answer with an error once it has been done.
    await tool('create');
    await tool('setup-schema', '-v', '0.0');
    const { code, output } = await tool('update-schema', '--schema-name', schema);
    if (code !== 0) {
      throw new SetupError(`The schema of ${database} was not brought to this version:\n${lastLines(output, 8)}`);
    }
  }
};

/**
 * The roles listen elsewhere at each start, and look for one another where somebody has told of itself within the last 20 s. Those of the start before are gone: a role that asked
 * them first would find nobody for half a minute, and no workflow would go on meanwhile.
 */
export const forgetMembers = async ({ postgresql, ports, password, certificate: { ca } }: TemporalServerSettings): Promise<void> => {
  const reached = { PGHOST: 'localhost', PGHOSTADDR: '127.0.0.1', PGPORT: String(ports.postgresql), PGUSER: postgresqlUser };
  const env = { ...process.env, ...reached, PGPASSWORD: password, PGSSLMODE: 'verify-full', PGSSLROOTCERT: ca };
  const { code, output } = await runProgram(join(postgresql, 'psql'), ['-d', 'temporal', '-c', 'DELETE FROM cluster_membership'], { env });
  if (code !== 0) {
    throw new SetupError(`Temporal’s members of before were not forgotten:\n${lastLines(output, 8)}`);
  }
};

/** The server of production, all its roles in one process, with its store in PostgreSQL. */
export const temporalServerPlan = ({ programs, port, ports, password, certificate }: TemporalServerSettings): ProcessPlan => ({
  name: 'temporal',
  command: programs.server,
  args: ['--allow-no-auth', 'start'],
  env: {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TZ: 'UTC', LOG_LEVEL: 'warn' },
    ...{ DB: 'postgres12', POSTGRES_SEEDS: '127.0.0.1', DB_PORT: String(ports.postgresql) },
    ...{ POSTGRES_USER: postgresqlUser, POSTGRES_PWD: password, NUM_HISTORY_SHARDS: historyShards },
    ...tlsEnvironment(certificate),
    ...{ BIND_ON_IP: '127.0.0.1', TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1' },
    FRONTEND_GRPC_PORT: String(port),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_GRPC_PORT: String(ports.history),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_GRPC_PORT: String(ports.matching),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_GRPC_PORT: String(ports.systemWorker),
    WORKER_MEMBERSHIP_PORT: String(ports.systemWorkerMembership),
    PROMETHEUS_ENDPOINT: `127.0.0.1:${ports.temporalMetrics}`,
    DYNAMIC_CONFIG_FILE_PATH: join(repositoryRoot, 'infra', 'temporal', 'dynamic-config.yaml'),
  },
  isReady: () => isReachable(`127.0.0.1:${port}`, certificate.ca),
  readyWithinMs: 120_000,
  endWithinMs: 30_000,
  restartable: true,
});

/** To PostgreSQL, between the roles, and to whoever asks the frontend. */
const tlsEnvironment = ({ ca, cert, key }: Certificate): Record<string, string> => ({
  ...{ SQL_TLS_ENABLED: 'true', SQL_CA: ca, SQL_HOST_VERIFICATION: 'true', SQL_HOST_NAME: 'localhost' },
  ...{ TEMPORAL_TLS_SERVER_CA_CERT: ca, TEMPORAL_TLS_SERVER_CERT: cert, TEMPORAL_TLS_SERVER_KEY: key },
  ...{ TEMPORAL_TLS_FRONTEND_CERT: cert, TEMPORAL_TLS_FRONTEND_KEY: key },
  ...{ TEMPORAL_TLS_INTERNODE_SERVER_NAME: 'localhost', TEMPORAL_TLS_FRONTEND_SERVER_NAME: 'localhost' },
});

/** Makes the namespace and its search attributes, each once (as infra/temporal/setup-namespace.sh). The roles find one another within seconds. */
export const setupNamespace = async (address: string, namespace: string, caFile: string): Promise<void> => {
  let fault = '';
  const isDone = await poll(
    async () => {
      try {
        await makeNamespace(address, namespace, caFile);
        await registerSearchAttributes(address, namespace, caFile);
        return true;
      } catch (error) {
        fault = error instanceof Error ? error.message : String(error);
        return false;
      }
    },
    { withinMs: 120_000, everyMs: 500 },
  );
  if (!isDone) {
    throw new SetupError(`The namespace ${namespace} was not made: ${fault}`);
  }
};

const makeNamespace = (address: string, namespace: string, caFile: string): Promise<void> =>
  connected(address, caFile, async ({ workflowService }) => {
    try {
      await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(retention) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === grpcAlreadyExists)) {
        throw error;
      }
    }
  });

const grpcAlreadyExists = 6;
