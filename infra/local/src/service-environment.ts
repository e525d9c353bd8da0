import type { NodeProcess } from './house';
import type { Certificate } from './production/certificates';
import { isDatabaseOwner, nodeProcesses } from './house';
import type { Setting } from './optional-settings';
import { optionalSettings } from './optional-settings';

/** Addresses and secrets of one running stack, from which every process gets its share. */
export interface EnvironmentSource {
  readonly ports: Readonly<Record<NodeProcess, number>>;
  /** Of the second replica of each, in the production shape. */
  readonly secondPorts?: Readonly<Partial<Record<NodeProcess, number>>> | undefined;
  /** Where the parts speak TLS: what a service shows, and the authority by which the others are believed. */
  readonly certificate?: Certificate | undefined;
  readonly databaseUrls: Readonly<Partial<Record<NodeProcess, string>>>;
  /** The same schemas as a user that may create tables and grant. */
  readonly migrationUrls: Readonly<Partial<Record<NodeProcess, string>>>;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Where the Temporal UI listens; null where there is none. */
  readonly temporalUiUrl: string | null;
  readonly serviceSecret: string;
  readonly publicUrl: string;
  readonly clock: 'host' | 'temporal';
  readonly profile: 'local' | 'season' | 'production';
  readonly filesDirectory: string;
  readonly auditDirectory: string;
  readonly mailUrl: string;
  readonly signingKeyFile: string;
  readonly certificateKeysFile: string;
  readonly payloadKeysFile: string;
  readonly personalKeysFiles: Readonly<Partial<Record<NodeProcess, string>>>;
  /** Null where the ministry's people see what is reported up at their desk. */
  readonly reportUp: { readonly registryUrl: string; readonly keyFile: string } | null;
  readonly logLevel: string;
}

interface Variable extends Setting {
  readonly value: (source: EnvironmentSource, process: NodeProcess) => string | undefined;
  /** Given to its migrations alone: the process itself must not have it. */
  readonly whileMigrating?: true;
}

const services = ['accounts', 'achievements', 'notifications'] as const;
const urls = ({ ports, secondPorts, certificate }: EnvironmentSource, service: (typeof services)[number]): string =>
  [ports[service], secondPorts?.[service]]
    .flatMap((port) => (port === undefined ? [] : `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`))
    .join(',');

/**
 * The contract between the bootstrap and every process: who is given which variable. `.env.example` lists exactly these,
 * and a process reads no other.
 */
export const serviceEnvironment: Readonly<Record<`DENGKE_${string}`, Variable>> = {
  DENGKE_HOST: { about: 'Address to listen on', example: '127.0.0.1', for: nodeProcesses, value: () => '127.0.0.1' },
  DENGKE_PORT: {
    about: 'Port to listen on; the worker answers only /health there',
    example: '4101',
    for: nodeProcesses,
    value: (source, process) => String(source.ports[process]),
  },
  DENGKE_PROFILE: {
    about: 'local | season | production; demonstration people exist only in local and season',
    example: 'local',
    for: nodeProcesses,
    value: (source) => source.profile,
  },
  DENGKE_LOG_LEVEL: {
    about: 'debug | info | warn | error | silent',
    example: 'info',
    for: nodeProcesses,
    value: (source) => source.logLevel,
  },
  DENGKE_DATABASE_URL: {
    about: 'Schema and database user of this service; with ?ssl={"ca":"…"} behind it, encoded, by TLS',
    example: 'mysql://dengke_accounts:password@127.0.0.1:3307/dengke_accounts',
    for: services,
    value: (source, process) => source.databaseUrls[process],
  },
  DENGKE_MIGRATION_DATABASE_URL: {
    about: 'The same schema through a user that may create tables and grant; given to the migrations alone, never to a service',
    example: 'mysql://root:password@127.0.0.1:3307/dengke_accounts',
    for: services,
    value: (source, process) => source.migrationUrls[process],
    whileMigrating: true,
  },
  DENGKE_TEMPORAL_ADDRESS: {
    about: 'Frontend of the Temporal server',
    example: '127.0.0.1:7233',
    for: [...services, 'worker'],
    value: (source) => source.temporalAddress,
  },
  DENGKE_TEMPORAL_NAMESPACE: {
    about: 'Namespace of all workflows',
    example: 'default',
    for: [...services, 'worker'],
    value: (source) => source.temporalNamespace,
  },
  DENGKE_TEMPORAL_UI_URL: {
    about:
      'Where the Temporal UI listens, for the gateway alone; it is told the public path /temporal and the codec endpoint /api/v1/temporal',
    example: 'http://127.0.0.1:8233',
    for: ['gateway'],
    value: (source) => source.temporalUiUrl ?? undefined,
  },
  DENGKE_AUDIT_DIR: {
    about: 'Folder of the checkpoints of the ledgers: not in the database, and on another disk where there is one',
    example: '.dengke/audit',
    for: services,
    value: (source) => source.auditDirectory,
  },
  DENGKE_CLOCK: {
    about: 'Business clock: host (the real one) | temporal (asks the time-skipping server)',
    example: 'host',
    for: services,
    value: (source) => source.clock,
  },
  DENGKE_SERVICE_SECRET: {
    about: 'Shared secret of the services for calls between them; at least 16 characters',
    example: '',
    for: [...services, 'gateway'],
    value: (source) => source.serviceSecret,
  },
  DENGKE_ACCOUNTS_URL: {
    about: 'Address of accounts; of each replica, comma-separated, where there are several',
    example: 'http://127.0.0.1:4101',
    for: ['achievements', 'notifications', 'gateway'],
    value: (source) => urls(source, 'accounts'),
  },
  DENGKE_ACHIEVEMENTS_URL: {
    about: 'Address of achievements; of each replica, comma-separated, where there are several',
    example: 'http://127.0.0.1:4102',
    for: ['accounts', 'notifications', 'gateway'],
    value: (source) => urls(source, 'achievements'),
  },
  DENGKE_NOTIFICATIONS_URL: {
    about: 'Address of notifications; of each replica, comma-separated, where there are several',
    example: 'http://127.0.0.1:4103',
    for: ['accounts', 'achievements', 'gateway'],
    value: (source) => urls(source, 'notifications'),
  },
  DENGKE_TLS_CA_FILE: {
    about: 'Authority (PEM) by which Temporal, and services whose address is https, are believed; without it Temporal is spoken to plainly',
    example: '',
    for: nodeProcesses,
    value: (source) => source.certificate?.ca,
  },
  DENGKE_TLS_CERT_FILE: {
    about: 'Certificate (PEM) that it shows to whoever calls it; without it and its key it listens plainly',
    example: '',
    for: nodeProcesses,
    value: (source, process) => (isDatabaseOwner(process) ? source.certificate?.cert : undefined),
  },
  DENGKE_TLS_KEY_FILE: {
    about: 'Key (PEM) of that certificate',
    example: '',
    for: nodeProcesses,
    value: (source, process) => (isDatabaseOwner(process) ? source.certificate?.key : undefined),
  },
  DENGKE_PUBLIC_URL: {
    about: 'Address of the gateway as people see it',
    example: 'http://127.0.0.1:8080',
    for: [...services, 'gateway'],
    value: (source) => source.publicUrl,
  },
  DENGKE_FILES_DIR: {
    about: 'Folder of the files handed in: evidence, and in folders of their own the scans of applications and what comes with notices',
    example: '.dengke/files',
    for: services,
    value: (source, process) => (process === 'achievements' ? source.filesDirectory : `${source.filesDirectory}/${process}`),
  },
  DENGKE_MAIL_URL: {
    about: 'Server that takes our mail',
    example: 'smtp://127.0.0.1:1025',
    for: ['notifications'],
    value: (source) => source.mailUrl,
  },
  DENGKE_SIGNING_KEY_FILE: {
    about: 'Ed25519 key (PKCS #8 PEM) with which accounts signs its tokens',
    example: '.dengke/secrets/signing-key.pem',
    for: ['accounts'],
    value: (source) => source.signingKeyFile,
  },
  DENGKE_CERTIFICATE_KEYS_FILE: {
    about: 'Ed25519 keys with which certificates are signed; `npm run ops -- rotate-certificate-key` adds one, the older still verify',
    example: '.dengke/secrets/certificate-keys.json',
    for: ['achievements'],
    value: (source) => source.certificateKeysFile,
  },
  DENGKE_PERSONAL_KEYS_FILE: {
    about: 'Keys with which the service seals personal data in its database; each has its own, `npm run ops -- rotate-keys` adds to them',
    example: '.dengke/secrets/personal-keys-accounts.json',
    for: services,
    value: (source, process) => source.personalKeysFiles[process],
  },
  DENGKE_PAYLOAD_KEYS_FILE: {
    about: 'Keys with which all that Temporal keeps of us is sealed: the same for all; the current one seals, each of them opens',
    example: '.dengke/secrets/payload-keys.json',
    for: [...services, 'worker'],
    value: (source) => source.payloadKeysFile,
  },
  DENGKE_REPORT_UP: {
    about: 'desk | endpoint: what is registered goes to the ministry’s people at their desk, or in bundles to its registry',
    example: 'desk',
    for: ['achievements'],
    value: (source) => (source.reportUp === null ? 'desk' : 'endpoint'),
  },
  DENGKE_REGISTRY_URL: {
    about: 'Address of the ministry’s registry, where bundles are sent',
    example: 'http://127.0.0.1:4110',
    for: ['achievements'],
    value: (source) => source.reportUp?.registryUrl,
  },
  DENGKE_REPORT_KEY_FILE: {
    about: 'Ed25519 key (PKCS #8 PEM) with which bundles are signed; the registry knows its public half',
    example: '.dengke/secrets/report-key.pem',
    for: ['achievements'],
    value: (source) => source.reportUp?.keyFile,
  },
};

/** What one process is given, or its migrations before it: only what it needs. */
export const environmentOf = (
  process: NodeProcess,
  source: EnvironmentSource,
  chosen: NodeJS.ProcessEnv = {},
  isMigrating = false,
): Record<string, string> => {
  const settings = Object.entries(optionalSettings)
    .filter(([, setting]) => setting.for.includes(process))
    .map(([name]) => [name, chosen[name] === '' ? undefined : chosen[name]] as const);
  const given = Object.entries(serviceEnvironment)
    .filter(([, variable]) => variable.for.includes(process) && (isMigrating || variable.whileMigrating !== true))
    .map(([name, variable]) => [name, variable.value(source, process)] as const);
  return Object.fromEntries([...given, ...settings].filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
};

/** The text of `.env.example`. */
export const environmentExample = (): string =>
  [
    '# What each process reads from its environment. Generated from infra/local/src/service-environment.ts; `npm start` sets the first part itself.',
    ...Object.entries(serviceEnvironment).flatMap(([name, variable]) => described(name, variable)),
    '',
    '# May be set; otherwise the value shown holds.',
    ...Object.entries(optionalSettings).flatMap(([name, setting]) => described(name, setting)),
    '',
  ].join('\n');

const described = (name: string, { about, example, for: processes }: Setting): readonly string[] => [
  '',
  `# ${about}. For: ${processes.join(', ')}.`,
  `${name}=${example}`,
];
