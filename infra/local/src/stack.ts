import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Hops } from './hops';
import { seenThrough } from './hops';
import type { DatabaseOwner, NodeProcess, Part } from './house';
import { databaseOwners, isDatabaseOwner, isNodeProcess, parts as allParts, partsOf } from './house';
import { migrate } from './migrations';
import { nodePlan, requireBuilt } from './node-process';
import { claimDirectory, endLeftovers, releaseDirectory } from './pid-files';
import { poll } from './poll';
import type { PortName, Ports } from './ports';
import { onFreePorts, requireFreePorts } from './ports';
import type { Log } from './progress';
import { registryPlan } from './registry';
import { certificateKeysFile, loadSecrets, personalKeysFile, reportKeyFiles, signingKeyFile } from './secrets';
import type { EnvironmentSource } from './service-environment';
import { SetupError } from './setup-error';
import type { StackAddresses } from './stack-file';
import { removeStackFile, writeStackFile } from './stack-file';
import type { FoundServers } from './stack-servers';
import { databaseAccess, findServers, temporalPlan } from './stack-servers';
import { Supervisor } from './supervisor';
import { mailPlan } from './mail';
import { isReachable, registerSearchAttributes } from './temporal';

export interface StackOptions {
  /** Everything the stack keeps: databases, files, mails, logs, secrets. Kept when it stops. */
  readonly dir: string;
  /** Default: free ones. */
  readonly ports?: 'free' | Ports;
  /** The development server, or the time-skipping one whose clock begins at an instant (ISO). */
  readonly temporal: 'dev' | { readonly skippingFrom: string };
  readonly profile: 'local' | 'season';
  /** How the ministry gets what is reported up; `endpoint` starts the stand-in registry too. Default: desk. */
  readonly reportUp?: 'desk' | 'endpoint';
  /** Default: all of the house. */
  readonly parts?: readonly Part[];
  /** Folder in which MariaDB keeps its binary log, so that a backup can be restored to any later instant. Default: none is kept. */
  readonly binaryLog?: string | undefined;
  /** Whether the development server shows its UI; default no. */
  readonly temporalUi?: boolean;
  /** Added to what a process is given; for one process by its name. */
  readonly env?: Readonly<Partial<Record<NodeProcess, Readonly<Record<string, string>>>>>;
  /** Address of the gateway as people see it, when it is not where it listens; made of the ports where those are drawn. */
  readonly publicUrl?: string | ((ports: Ports) => string) | undefined;
  /** Proxies between the parts, already listening. Default: every process reaches the others directly. */
  readonly hops?: Hops;
  /** Start again what dies. */
  readonly supervise: boolean;
  readonly log?: Log;
  /** Aborted while the stack starts, it ends what was started and the start rejects. */
  readonly signal?: AbortSignal;
}

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
  const found = await findServers(wanted, options.temporal, log);
  await requireFreePorts(ports, portsWanted(wanted, found, options));
  const { database, addresses, source } = await prepare(starting, found, ports);

  await Promise.all([
    startDatabase(starting, found, ports, database),
    startTemporal(starting, found, ports),
    startMail(starting, ports),
    startRegistry(starting, ports),
  ]);
  const startProcess = async (name: NodeProcess): Promise<void> => {
    if (isDatabaseOwner(name)) {
      await migrate({ service: name, schema: database.schema(name), rootUrl: database.rootUrl, source, directory, log });
    }
    await supervisor.start(nodePlan(name, seenThrough(source, name, options.hops ?? {}), options.env?.[name] ?? {}));
  };
  await Promise.all(wanted.filter(isNodeProcess).map(startProcess));
  writeStackFile(directory, addresses);
  return running(starting, addresses, ports, database.rootUrl);
};

const portsWanted = (wanted: readonly Part[], found: FoundServers, options: StackOptions): readonly PortName[] => [
  ...(found.mariadb !== undefined && found.mariadb.kind !== 'address' ? (['mariadb'] as const) : []),
  ...(found.temporal !== undefined && found.temporal.kind !== 'address' ? (['temporal'] as const) : []),
  ...(found.temporal?.kind === 'dev' && options.temporalUi === true ? (['temporalUi'] as const) : []),
  ...(wanted.includes('mail') ? (['mail', 'smtp'] as const) : []),
  ...(wanted.includes('registry') ? (['registry'] as const) : []),
  ...wanted.filter(isNodeProcess),
];

const prepare = async (starting: Starting, found: FoundServers, ports: Ports) => {
  const { options, directory } = starting;
  const secrets = await loadSecrets(directory);
  const database = databaseAccess(directory, found, ports, secrets);
  const databaseUrls = Object.fromEntries(databaseOwners.map((owner) => [owner, database.url(owner)])) as Record<DatabaseOwner, string>;
  const registryUrl = options.reportUp === 'endpoint' ? `http://127.0.0.1:${ports.registry}` : null;
  const source: EnvironmentSource = {
    ports,
    databaseUrls,
    migrationUrls: Object.fromEntries(databaseOwners.map((owner) => [owner, database.migrationUrl(owner)])),
    temporalAddress: found.temporal?.kind === 'address' ? found.temporal.address : `127.0.0.1:${ports.temporal}`,
    temporalNamespace: (found.temporal?.kind === 'address' ? process.env['DENGKE_TEMPORAL_NAMESPACE'] : undefined) ?? 'default',
    serviceSecret: secrets.service,
    publicUrl:
      (typeof options.publicUrl === 'function' ? options.publicUrl(ports) : options.publicUrl) ?? `http://127.0.0.1:${ports.gateway}`,
    clock: options.temporal === 'dev' ? 'host' : 'temporal',
    profile: options.profile,
    filesDirectory: join(directory, 'files'),
    auditDirectory: join(directory, 'audit'),
    mailUrl: `smtp://127.0.0.1:${ports.smtp}`,
    signingKeyFile: await signingKeyFile(directory),
    certificateKeysFile: await certificateKeysFile(directory),
    personalKeysFiles: {
      accounts: await personalKeysFile(directory, 'accounts'),
      achievements: await personalKeysFile(directory, 'achievements'),
      notifications: await personalKeysFile(directory, 'notifications'),
    },
    reportUp: registryUrl === null ? null : { registryUrl, keyFile: (await reportKeyFiles(directory)).own },
    logLevel: process.env['DENGKE_LOG_LEVEL'] ?? 'info',
  };
  const addresses: StackAddresses = {
    publicUrl: source.publicUrl,
    accountsUrl: `http://127.0.0.1:${ports.accounts}`,
    achievementsUrl: `http://127.0.0.1:${ports.achievements}`,
    notificationsUrl: `http://127.0.0.1:${ports.notifications}`,
    workerUrl: `http://127.0.0.1:${ports.worker}`,
    temporalAddress: source.temporalAddress,
    temporalNamespace: source.temporalNamespace,
    temporalUi: found.temporal?.kind === 'dev' && options.temporalUi === true ? `http://127.0.0.1:${ports.temporalUi}` : null,
    mailPage: `http://127.0.0.1:${ports.mail}`,
    mailUrl: source.mailUrl,
    registryUrl,
    databaseUrls,
  };
  return { database, addresses, source };
};

type DatabaseAccess = ReturnType<typeof databaseAccess>;

const startDatabase = async (
  { supervisor, directory, log, options }: Starting,
  found: FoundServers,
  ports: Ports,
  access: DatabaseAccess,
): Promise<void> => {
  if (found.mariadb === undefined) {
    return;
  }
  const plan = await access.plan(
    found.mariadb,
    {
      ...{ directory, port: ports.mariadb, durability: options.profile === 'season' ? 'process' : 'full' },
      binaryLog: options.binaryLog === undefined ? undefined : resolve(options.binaryLog),
    },
    log,
  );
  if (plan !== undefined) {
    await supervisor.start(plan);
  }
  await access.createSchemas();
  log('the schemas of the services are there');
};

const startTemporal = async ({ supervisor, directory, options }: Starting, found: FoundServers, ports: Ports): Promise<void> => {
  if (found.temporal === undefined) {
    return;
  }
  if (found.temporal.kind === 'address') {
    if (!(await isReachable(found.temporal.address).catch(() => false))) {
      throw new SetupError(`No Temporal server answers at ${found.temporal.address} (DENGKE_TEMPORAL_ADDRESS).`);
    }
    await registerSearchAttributes(found.temporal.address, process.env['DENGKE_TEMPORAL_NAMESPACE'] ?? 'default');
    return;
  }
  await supervisor.start(temporalPlan(found.temporal, { directory, ports, withUi: options.temporalUi === true }));
  await registerSearchAttributes(`127.0.0.1:${ports.temporal}`, 'default');
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
