import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seenThrough } from './hops';
import type { NodeProcess, Part } from './house';
import { isDatabaseOwner, isNodeProcess, parts as allParts, partsOf } from './house';
import type { MariadbSettings } from './mariadb';
import { migrate } from './migrations';
import { nodePlan, requireBuilt, secondPlan } from './node-process';
import { claimDirectory, endLeftovers, releaseDirectory } from './pid-files';
import { poll } from './poll';
import type { PortName, Ports } from './ports';
import { onFreePorts, requireFreePorts } from './ports';
import type { ProductionShape } from './production/production-shape';
import { metricsEnvironment, productionShape, startMariadbReplica, startTemporalServer } from './production/production-shape';
import { isPromoted, logIsBegun, requireNewLog } from './production/replica-folders';
import type { Log } from './progress';
import { registryPlan } from './registry';
import { reportKeyFiles } from './secrets';
import { SetupError } from './setup-error';
import type { StackAddresses } from './stack-file';
import { removeStackFile, writeStackFile } from './stack-file';
import type { StackOptions } from './stack-options';
import type { FoundServers } from './stack-servers';
import type { databaseAccess } from './stack-servers';
import { findServers, temporalPlan } from './stack-servers';
import { prepare } from './stack-source';
import { Supervisor } from './supervisor';
import { mailPlan } from './mail';
import { isReachable, registerSearchAttributes } from './temporal';

export interface Stack {
  readonly addresses: StackAddresses;
  readonly ports: Ports;
  /** For measurements that need tables of their own on the same server. */
  readonly databaseRootUrl: string;
  pid(part: Part): number | undefined;
  /** How often a part was started again. */
  restarts(part: Part): number;
  kill(part: Part, signal: NodeJS.Signals): void;
  /** Resolves once every part (or one) is ready; rejects after the time. */
  untilReady(part?: Part, withinMs?: number): Promise<void>;
  /** Ends all in the reverse order of their start; what they keep stays in `dir`. */
  stop(): Promise<void>;
}

/** Starts the house, or some of it, and resolves when every part is ready. Rejects, with nothing left running, when one cannot be. */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const directory = resolve(options.dir);
  const log = options.log ?? (() => undefined);
  const wanted = allParts.filter((part) => (options.parts ?? partsOf(options.reportUp ?? 'desk')).includes(part));
  requireBuilt(wanted.filter(isNodeProcess));
  mkdirSync(join(directory, 'logs'), { recursive: true, mode: 0o700 });
  claimDirectory(directory);
  const start = async (ports: Ports): Promise<Stack> => {
    const supervisor = new Supervisor(directory, options.supervise, log);
    options.signal?.addEventListener('abort', () => void supervisor.stop());
    try {
      return await startParts({ options, directory, log, wanted, supervisor }, ports);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  };
  try {
    await endLeftovers(directory, log);
    return options.ports === undefined || options.ports === 'free' ? await onFreePorts(start, log) : await start(options.ports);
  } catch (error) {
    releaseDirectory(directory);
    throw error;
  }
};

interface Starting {
  readonly options: StackOptions;
  readonly directory: string;
  readonly log: Log;
  readonly wanted: readonly Part[];
  readonly supervisor: Supervisor;
}

const startParts = async (starting: Starting, ports: Ports): Promise<Stack> => {
  const { options, directory, log, wanted, supervisor } = starting;
  const inProduction = options.shape === 'production';
  requireShape(directory, inProduction);
  requireNewLog(directory, options.binaryLog);
  const found = await findServers(wanted, inProduction ? 'server' : options.temporal, log);
  const production = inProduction ? await productionShape(directory, ports) : undefined;
  await requireFreePorts(ports, portsWanted(wanted, found, options));
  const { database, addresses, source } = await prepare(starting, found, ports, production);

  await Promise.all([
    startDatabase(starting, found, ports, database, production),
    startTemporal(starting, found, ports, production),
    startMail(starting, ports),
    startRegistry(starting, ports),
  ]);
  const startProcess = async (name: NodeProcess): Promise<void> => {
    if (isDatabaseOwner(name)) {
      await migrate({ service: name, schema: database.schema(name), rootUrl: database.rootUrl, source, directory, log });
    }
    const [seen, env] = [seenThrough(source, name, options.hops ?? {}), options.env?.[name] ?? {}];
    const second = name === 'gateway' ? undefined : production?.ports[name];
    const own = (process: string) => ({ ...metricsEnvironment(process, production), ...env });
    const plans = [nodePlan(name, seen, own(name)), ...(second === undefined ? [] : [secondPlan(name, second, seen, own(`${name}-2`))])];
    await Promise.all(plans.map((plan) => supervisor.start(plan)));
  };
  await Promise.all(wanted.filter(isNodeProcess).map(startProcess));
  writeStackFile(directory, addresses);
  return running(starting, addresses, ports, database.rootUrl);
};

/** What is kept in one shape does not go on in another: a replica knows its primary’s log from the first line, and Temporal’s stores are two. */
const requireShape = (directory: string, inProduction: boolean): void => {
  const [isBegun, wasInProduction] = ['mariadb', 'mariadb-replica'].map((folder) => existsSync(join(directory, folder)));
  if (isPromoted(directory)) {
    throw new SetupError(`The replica of MariaDB in ${directory} is being promoted: \`npm run ops -- promote\` goes on with it.`);
  }
  if (isBegun === false && wasInProduction === true) {
    throw new SetupError(
      `${directory} has lost its MariaDB, and has the replica of it: nothing begins anew there (docs/operations.md, “When MariaDB is lost for good”).`,
    );
  }
  if (isBegun === true && inProduction !== wasInProduction) {
    const shape = inProduction ? 'without' : 'with';
    throw new SetupError(
      `${directory} was begun ${shape} --production-shape. Give the other shape a folder of its own: DENGKE_DIR=<folder>.`,
    );
  }
};

const portsWanted = (wanted: readonly Part[], found: FoundServers, options: StackOptions): readonly PortName[] => [
  ...(found.mariadb !== undefined && found.mariadb.kind !== 'address' ? (['mariadb'] as const) : []),
  ...(found.temporal !== undefined && found.temporal.kind !== 'address' ? (['temporal'] as const) : []),
  ...(found.temporal?.kind === 'dev' && options.temporalUi === true ? (['temporalUi'] as const) : []),
  ...(wanted.includes('mail') ? (['mail', 'smtp'] as const) : []),
  ...(wanted.includes('registry') ? (['registry'] as const) : []),
  ...wanted.filter(isNodeProcess),
];

type DatabaseAccess = ReturnType<typeof databaseAccess>;

const startDatabase = async (
  { supervisor, directory, log, options }: Starting,
  found: FoundServers,
  ports: Ports,
  access: DatabaseAccess,
  production: ProductionShape | undefined,
): Promise<void> => {
  if (found.mariadb === undefined) {
    return;
  }
  const logFolder = options.binaryLog ?? (production === undefined ? undefined : join(directory, 'mariadb-log'));
  const settings: Omit<MariadbSettings, 'rootPassword'> = {
    directory,
    port: ports.mariadb,
    durability: options.profile === 'season' ? 'process' : 'full',
    binaryLog: logFolder === undefined ? undefined : resolve(logFolder),
    ...(production === undefined ? {} : primaryOf(production)),
  };
  const plan = await access.plan(found.mariadb, settings, log);
  if (plan !== undefined) {
    await supervisor.start(plan);
  }
  if (production !== undefined) {
    const primary = { ...settings, rootPassword: access.rootPassword, binaryLog: join(directory, 'mariadb-replica-log') };
    await startMariadbReplica({ supervisor, directory, log, ...production }, found.mariadb, primary);
    await logIsBegun(directory);
  }
  await access.createSchemas();
  log('the schemas of the services are there');
};

const primaryOf = ({ certificates, addressEnd }: ProductionShape) =>
  ({ role: 'primary', certificate: certificates.mariadb, addressEnd }) as const;

const startTemporal = async (
  { supervisor, directory, options, log }: Starting,
  found: FoundServers,
  ports: Ports,
  production: ProductionShape | undefined,
): Promise<void> => {
  if (found.temporal === undefined) {
    return;
  }
  if (found.temporal.kind === 'address') {
    if (!(await isReachable(found.temporal.address, null).catch(() => false))) {
      throw new SetupError(`No Temporal server answers at ${found.temporal.address} (DENGKE_TEMPORAL_ADDRESS).`);
    }
    await registerSearchAttributes(found.temporal.address, process.env['DENGKE_TEMPORAL_NAMESPACE'] ?? 'default', null);
    return;
  }
  if (found.temporal.kind === 'server') {
    if (production !== undefined) {
      await startTemporalServer({ supervisor, directory, log, ...production }, found.temporal, ports.temporal);
    }
    return;
  }
  const durability = options.temporalDurability ?? 'process';
  await supervisor.start(temporalPlan(found.temporal, { directory, ports, durability, withUi: options.temporalUi === true }));
  await registerSearchAttributes(`127.0.0.1:${ports.temporal}`, 'default', null);
};

const startMail = async ({ supervisor, directory, wanted }: Starting, ports: Ports): Promise<void> => {
  if (wanted.includes('mail')) {
    await supervisor.start(mailPlan(directory, ports));
  }
};

const startRegistry = async ({ supervisor, directory, wanted }: Starting, ports: Ports): Promise<void> => {
  if (wanted.includes('registry')) {
    await supervisor.start(registryPlan(directory, ports.registry, (await reportKeyFiles(directory)).public));
  }
};

const running = ({ directory, supervisor, log }: Starting, addresses: StackAddresses, ports: Ports, databaseRootUrl: string): Stack => ({
  addresses,
  ports,
  databaseRootUrl,
  pid: (part) => supervisor.find(part)?.pid,
  restarts: (part) => supervisor.find(part)?.restarts ?? 0,
  kill: (part, signal) => supervisor.require(part).kill(signal),
  untilReady: async (part, withinMs = 60_000) => {
    const waited = part === undefined ? supervisor.all : [supervisor.require(part)];
    if (!(await poll(() => waited.every((process) => process.ready), { withinMs }))) {
      throw new SetupError(
        `not ready within ${withinMs / 1000} s: ${waited
          .filter((process) => !process.ready)
          .map((process) => process.name)
          .join(', ')}`,
      );
    }
  },
  stop: async () => {
    await supervisor.stop();
    removeStackFile(directory);
    releaseDirectory(directory);
    log('everything is stopped');
  },
});
