import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import { searchAttributes } from '@dengke/contract';
import { parse } from 'yaml';
import { nodeProcesses } from './house';
import { repositoryRoot } from './repository';
import { serviceEnvironment } from './service-environment';

interface ComposeService {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: unknown;
}

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const read = (...path: string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;

/** The specification's schema as the package dclint carries it. */
const isCompose = (): ValidateFunction => {
  const file = join(dirname(require.resolve('dclint/package.json')), 'schemas', 'compose.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete schema['$schema'];
  return new Ajv({ strict: false, allErrors: true, formats: { duration: true, uri: true } }).compile(schema);
};

describe('docker-compose.yml', () => {
  it('is valid under the Compose specification', () => {
    const validate = isCompose();

    const isValid = validate(compose);

    expect(validate.errors).toBeNull();
    expect(isValid).toBe(true);
  });

  it('would not be valid with a misspelt key', () => {
    const misspelt = { ...compose, services: { ...compose.services, gateway: { ...compose.services['gateway'], helthcheck: {} } } };

    expect(isCompose()(misspelt)).toBe(false);
  });

  it('has MariaDB, PostgreSQL, Temporal, its UI, the four services and the worker', () => {
    const named = Object.keys(compose.services);

    expect(named).toEqual(expect.arrayContaining(['mariadb', 'postgresql', 'temporal', 'temporal-ui', ...nodeProcesses]));
  });

  it.each(nodeProcesses)('gives %s what it needs and nothing else', (process) => {
    const given = Object.keys(compose.services[process]?.environment ?? {}).map((name) =>
      ['DENGKE_SIGNING_KEY_FILE', 'DENGKE_PERSONAL_KEYS_FILE', 'DENGKE_CERTIFICATE_KEYS_FILE', 'DENGKE_REPORT_KEY_FILE'].includes(name)
        ? name
        : name.replace(/_FILE$/, ''),
    );
    const needed = Object.entries(serviceEnvironment).filter(
      // Its parts speak plainly, in networks of their own (docs/security/v12-communication.md).
      ([name, variable]) => variable.for.includes(process) && variable.whileMigrating !== true && !name.startsWith('DENGKE_TLS_'),
    );
    const optional = [
      'DENGKE_PROCESS',
      'DENGKE_ACHIEVEMENTS_URL',
      'DENGKE_NOTIFICATIONS_URL',
      'DENGKE_ACCOUNTS_URL',
      'DENGKE_PUBLIC_URL',
      'DENGKE_OTLP_URL',
      'DENGKE_METRICS_ADDRESS',
    ];

    expect(given).toEqual(expect.arrayContaining(needed.map(([name]) => name)));
    expect(given.filter((name) => !optional.includes(name) && !needed.some(([known]) => known === name))).toEqual([]);
  });

  it('takes every secret from a file', () => {
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment ?? {}));

    const secret = values.filter(([name]) => /PASSWORD|SECRET|PWD|DATABASE_URL|MAIL_URL|KEY/.test(name));

    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter(([name, value]) => !(name.endsWith('_FILE') && value.startsWith('/run/secrets/')))).toEqual([]);
  });

  it('gives the root of the database to no service', () => {
    const knowing = Object.entries(compose.services).filter(([, { secrets = [] }]) => secrets.includes('mariadb_root_password'));

    expect(knowing.map(([name]) => name).sort()).toEqual(['mariadb', 'schemas']);
  });

  it('makes every secret it mounts', () => {
    const script = read('infra', 'docker', 'create-secrets.mjs');

    expect(Object.keys(compose.secrets).filter((name) => !script.includes(`  ${name}:`))).toEqual([]);
  });

  it('publishes nothing beyond this host', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);

    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('watches the health of every process and store', () => {
    const watched = ['mariadb', 'postgresql', 'temporal', ...nodeProcesses];

    expect(watched.filter((name) => compose.services[name]?.healthcheck === undefined)).toEqual([]);
  });
});

describe('the production namespace', () => {
  it('gets the search attributes of the contract', () => {
    const registered = [...read('infra', 'temporal', 'setup-namespace.sh').matchAll(/^ {2}(\w+)=(Keyword|Int|Datetime)/gm)];

    expect(Object.fromEntries(registered.map(([, name, type]) => [name, type?.toUpperCase()]))).toEqual(searchAttributes);
  });
});
