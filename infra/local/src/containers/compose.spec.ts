import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import { searchAttributes } from '@dengke/contract';
import { nodeProcesses } from '../house';
import { repositoryRoot } from '../repository';
import type { ComposeService, Shape } from './compose-file';
import { shapeOf, shapes } from './compose-file';
import { merged } from './merge';
import { processOf, rules } from './rules';

const read = (...path: string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');
const base = shapeOf(shapes['docker-compose.yml']);
const scaled = shapeOf(shapes['docker-compose.scale.yml']);

/** The specification's schema as the package dclint carries it. */
const isCompose = (): ValidateFunction => {
  const file = join(dirname(require.resolve('dclint/package.json')), 'schemas', 'compose.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete schema['$schema'];
  return new Ajv({ strict: false, allErrors: true, formats: { duration: true, uri: true } }).compile(schema);
};

/** The shape with something changed in one container. */
const but = (name: string, change: object, shape: Shape = base): Shape =>
  ({ ...shape, services: { ...shape.services, [name]: { ...shape.services[name], ...change } } }) as Shape;
const environmentOf = (name: string, change: Record<string, string | undefined>): Pick<ComposeService, 'environment'> => ({
  environment: Object.fromEntries(
    Object.entries({ ...base.services[name]?.environment, ...change }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
});

let secrets: string;
beforeAll(() => {
  secrets = mkdtempSync(join(tmpdir(), 'dengke-secrets-'));
  execFileSync(process.execPath, [join(repositoryRoot, 'infra/docker/create-secrets.mjs'), secrets]);
});
afterAll(() => rmSync(secrets, { recursive: true }));

describe.each(Object.entries(shapes))('%s', (_, files) => {
  const shape = shapeOf(files);

  it('is valid under the Compose specification', () => {
    const validate = isCompose();

    const isValid = validate(shape);

    expect(validate.errors).toBeNull();
    expect(isValid).toBe(true);
  });

  it.each(Object.keys(rules))('each part %s', (rule) => {
    expect(rules[rule]?.(shape, secrets)).toEqual([]);
  });

  it('has every process of the house', () => {
    const run = Object.values(shape.services).map(processOf);

    expect(run).toEqual(expect.arrayContaining([...nodeProcesses]));
  });

  it('gives the root of the database to no service', () => {
    const knowing = Object.entries(shape.services).filter(([, service]) =>
      service.secrets.some(({ source }) => source === 'mariadb_root_password'),
    );

    expect(knowing.map(([name]) => name).filter((name) => !['mariadb', 'mariadb-replica', 'schemas'].includes(name))).toEqual([]);
  });

  it('gives the key of the authority to nobody', () => {
    expect(Object.values(shape.secrets).filter(({ file }) => file.includes('authority-key'))).toEqual([]);
  });
});

describe('the rules of the containers', () => {
  const digest = `@sha256:${'0'.repeat(64)}`;
  const broken: Record<string, [what: string, shape: Shape, fault: string][]> = {
    'is an image pinned by its digest, or built here': [
      ['a tag alone', but('grafana', { image: 'grafana/grafana:12.1.0' }), 'grafana'],
      ['the newest', but('grafana', { image: 'grafana/grafana:latest' }), 'grafana'],
    ],
    'is an ordinary user': [
      ['root', but('mariadb', { user: '0:0' }), 'mariadb'],
      ['whom the image chooses', but('mariadb', { user: undefined }), 'mariadb'],
    ],
    'cannot write to its disk': [['a disk to write to', but('temporal', { read_only: undefined }), 'temporal']],
    'has no privilege of the kernel, and gains none': [
      ['its capabilities', but('worker', { cap_drop: [] }), 'worker'],
      ['setuid', but('worker', { security_opt: [] }), 'worker'],
    ],
    'has so much of the machine and no more': [
      ['memory without end', but('tempo', { deploy: { resources: { limits: { cpus: '1', pids: 1 } } } }), 'tempo'],
    ],
    'is asked how it is': [['nobody asks', but('postgresql', { healthcheck: { disable: true } }), 'postgresql']],
    'takes every secret from a file, and has no default for one': [
      [
        'a password in the file',
        but('postgresql', environmentOf('postgresql', { POSTGRES_PASSWORD: 'temporal' })),
        'postgresql: POSTGRES_PASSWORD',
      ],
      [
        'one that may be left',
        but('grafana', environmentOf('grafana', { GF_SECURITY_ADMIN_PASSWORD: '${GRAFANA_PASSWORD:-admin}' })),
        'grafana: GF_SECURITY_ADMIN_PASSWORD',
      ],
      ['one in an address', but('tempo', { command: ['--s3=http://a:b@store'] }), 'tempo: --s3=http://a:b@store'],
    ],
    'is given no secret that nobody makes': [
      ['one that is not declared', but('worker', { secrets: [{ source: 'other', target: 'other' }] }), 'worker: other'],
      [
        'one without a file',
        { ...base, secrets: { ...base.secrets, other: { file: '${DENGKE_SECRETS_DIR:-./infra/docker/secrets}/other' } } },
        'other',
      ],
    ],
    'mounts what is there': [
      ['a folder that is gone', but('tempo', { volumes: ['./infra/tempi:/etc/tempo:ro'] }), 'tempo: ./infra/tempi'],
      ['a volume that is not declared', but('tempo', { volumes: ['tempi:/var/tempo'] }), 'tempo: tempi'],
    ],
    'is given settings that its code reads, and those that it needs': [
      ['a misspelt one', but('gateway', environmentOf('gateway', { DENGKE_RATE_PER_SESION: '1' })), 'gateway: DENGKE_RATE_PER_SESION'],
      ['another’s', but('worker', environmentOf('worker', { DENGKE_CLOCK: 'host' })), 'worker: DENGKE_CLOCK'],
      ['one too few', but('accounts', environmentOf('accounts', { DENGKE_AUDIT_DIR: undefined })), 'accounts: DENGKE_AUDIT_DIR'],
      ['one for a part that is not ours', but('tempo', environmentOf('tempo', { DENGKE_PORT: '1' })), 'tempo: DENGKE_PORT'],
    ],
    'names the others by TLS, and reaches them': [
      [
        'plainly',
        but('gateway', environmentOf('gateway', { DENGKE_ACCOUNTS_URL: 'http://accounts:3000' })),
        'gateway: http://accounts:3000',
      ],
      [
        'a name that nobody has',
        but('gateway', environmentOf('gateway', { DENGKE_ACCOUNTS_URL: 'https://account:3000' })),
        'gateway: account',
      ],
      ['from another network', but('gateway', { networks: { edge: {} } }), 'gateway: accounts'],
    ],
    'shows a certificate of its name': [
      ['none', but('tempo', { secrets: [] }), 'tempo: none'],
      ['another’s', but('accounts-3', base.services['accounts'] ?? {}), 'accounts-3: not of accounts-3'],
    ],
    'refuses to be spoken to plainly': [
      ['a server that nobody looked at', but('redis', { image: `redis:8${digest}` }), 'redis'],
      ['no configuration of TLS', but('prometheus', { command: ['--config.file=/etc/prometheus/prometheus.yml'] }), 'prometheus'],
      ['another configuration', but('mariadb', { volumes: ['mariadb:/var/lib/mysql'] }), 'mariadb'],
      ['a process without a certificate', but('worker', environmentOf('worker', { DENGKE_TLS_CERT_FILE: undefined })), 'worker'],
    ],
    'is published on this host alone': [['to everybody', but('grafana', { ports: ['3001:3000'] }), 'grafana']],
    'is in the zones where it belongs': [
      ['the database at the edge', but('mariadb', { networks: { database: {}, edge: {} } }), 'mariadb: edge'],
      [
        'somebody beside the gateway at the Temporal UI',
        but('worker', { networks: { temporal: {}, 'temporal-ui': {} } }),
        'worker: temporal-ui',
      ],
      ['the Temporal UI where people are', but('temporal-ui', { networks: { temporal: {}, edge: {} } }), 'temporal-ui: edge'],
      ['the gateway at the database', but('gateway', { networks: { services: {}, database: {} } }), 'gateway: database'],
      ['a way out of a zone', { ...base, networks: { ...base.networks, database: {} } }, 'database'],
    ],
    'waits for what is there': [['for nobody', but('worker', { depends_on: { temporals: {} } }), 'worker: temporals']],
  };

  it('are each broken here', () => {
    expect(Object.keys(broken)).toEqual(Object.keys(rules));
  });

  it.each(Object.entries(broken).flatMap(([rule, cases]) => cases.map(([what, shape, fault]) => [rule, what, shape, fault] as const)))(
    '%s: not with %s',
    (rule, _, shape, fault) => {
      expect(rules[rule]?.(shape, secrets)).toContain(fault);
    },
  );

  it('do not hold for a misspelt key', () => {
    expect(isCompose()(but('gateway', { helthcheck: {} }))).toBe(false);
  });
});

describe('docker-compose.scale.yml', () => {
  it.each(nodeProcesses)('runs %s twice, as it is run once', (process) => {
    const { environment, ports, ...second } = scaled.services[`${process}-2`] as ComposeService;
    const { environment: firstEnvironment, ports: firstPorts, ...first } = scaled.services[process] as ComposeService;

    expect({ ...second, depends_on: {} }).toEqual({ ...first, depends_on: {} });
    expect(environment).toEqual(firstEnvironment);
    expect(ports.length).toBe(firstPorts.length);
    expect(ports.filter((port) => firstPorts.includes(port))).toEqual([]);
  });

  it.each(['accounts', 'achievements', 'notifications'])('tells everybody who calls %s of both replicas', (service) => {
    const name = `DENGKE_${service.toUpperCase()}_URL`;
    const told = Object.values(scaled.services).flatMap(({ environment }) => environment[name] ?? []);

    expect(new Set(told)).toEqual(new Set([`https://${service}:3000,https://${service}-2:3000`]));
    expect(told.length).toBe(8);
  });

  it('runs the roles of Temporal apart, each once, with one number of shards', () => {
    const roles = Object.values(scaled.services).filter(({ image = '' }) => image.startsWith('temporalio/server:'));

    expect(roles.map(({ environment }) => environment['TEMPORAL_SERVICES']).sort()).toEqual(['frontend', 'history', 'matching', 'worker']);
    expect(new Set(roles.map(({ environment }) => environment['NUM_HISTORY_SHARDS']))).toEqual(new Set(['512']));
    const heard = roles.map(({ command, networks }) => [command?.at(-1), networks['temporal-store']?.aliases]);
    expect(heard.filter(([name, aliases]) => !(aliases as string[]).includes(name as string))).toEqual([]);
  });

  it('keeps the replica of MariaDB apart from the first', () => {
    const [first, replica] = ['mariadb', 'mariadb-replica'].map((name) => scaled.services[name]?.volumes ?? []);

    expect(replica?.filter((volume) => first?.includes(volume))).toEqual(['./infra/mariadb/house.cnf:/etc/mysql/conf.d/10-house.cnf:ro']);
    expect(read('infra/mariadb/replica.cnf')).toMatch(/^server-id = 2$/m);
  });
});

describe('two files put together', () => {
  it('are, key by key, the later one where both say something', () => {
    expect(merged({ a: 1, b: { c: 1, d: 2 } }, { b: { c: 3 } })).toEqual({ a: 1, b: { c: 3, d: 2 } });
  });

  it('have both lists, commands of the later, and at each place one mount', () => {
    expect(merged({ ports: ['1:1'], command: ['a'] }, { ports: ['2:2'], command: ['b'] })).toEqual({
      ports: ['1:1', '2:2'],
      command: ['b'],
    });
    expect(merged({ volumes: ['a:/x', 'b:/y'] }, { volumes: ['${C:-./c}/c:/y:ro'] })).toEqual({ volumes: ['a:/x', '${C:-./c}/c:/y:ro'] });
  });

  it('have the later one alone where it stands in the place of the other', () => {
    expect(merged({ ports: ['1:1'] }, { ports: { '!override': ['2:2'] } })).toEqual({ ports: ['2:2'] });
  });
});

describe('the production namespace', () => {
  it('gets the search attributes of the contract', () => {
    const registered = [...read('infra', 'temporal', 'setup-namespace.sh').matchAll(/^ {2}(\w+)=(Keyword|Int|Datetime)/gm)];

    expect(Object.fromEntries(registered.map(([, name, type]) => [name, type?.toUpperCase()]))).toEqual(searchAttributes);
  });
});
