import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProcesses } from '../house';
import type { NodeProcess } from '../house';
import { optionalSettings } from '../optional-settings';
import { repositoryRoot } from '../repository';
import { serviceEnvironment } from '../service-environment';
import type { ComposeService, Shape } from './compose-file';
import { refusesPlain } from './refuses-plain';

/** What holds of every container of a shape; tells what does not, by name. */
type Rule = (shape: Shape, secrets: string) => readonly string[];

const of = (shape: Shape, isFault: (service: ComposeService, name: string) => boolean): readonly string[] =>
  Object.entries(shape.services)
    .filter(([name, service]) => isFault(service, name))
    .map(([name]) => name);

const perService = (shape: Shape, faults: (service: ComposeService, name: string) => readonly string[]): readonly string[] =>
  Object.entries(shape.services).flatMap(([name, service]) => faults(service, name).map((fault) => `${name}: ${fault}`));

const isJob = ({ restart }: ComposeService): boolean => restart?.startsWith('on-failure') ?? false;
const words = (list: readonly string[] | undefined): readonly string[] => list ?? [];
const limits = (service: ComposeService): readonly string[] => Object.keys(service.deploy?.resources?.limits ?? {});

/** The process of the house that a container runs. */
export const processOf = ({ environment }: ComposeService): NodeProcess | undefined => {
  const name = environment['DENGKE_PROCESS']?.split('/')[1];
  return nodeProcesses.find((process) => process === name);
};

/** Named in the environment by the file that holds it (infra/docker/entrypoint.mjs). */
const fromFiles = [...readFileSync(join(repositoryRoot, 'infra/docker/entrypoint.mjs'), 'utf8').matchAll(/'(DENGKE_[A-Z_]+)'/g)].map(
  ([, name]) => name,
);
const settingOf = (name: string): string => (fromFiles.includes(name.replace(/_FILE$/, '')) ? name.replace(/_FILE$/, '') : name);

/** What is given and needed where it is given: the rest has a default, or is the operator's to choose. */
const mayBeLeft = ['DENGKE_PUBLIC_URL', 'DENGKE_REPORT_KEY_FILE', 'DENGKE_REGISTRY_URL'];

const inZone: Readonly<Record<string, RegExp>> = {
  edge: /^(gateway(-2)?|grafana)$/,
  'temporal-ui': /^(gateway(-2)?|temporal-ui)$/,
  outward: /^(achievements|notifications)(-2)?$/,
  database: /^(mariadb(-replica|-exporter)?|schemas|(accounts|achievements|notifications)(-2)?)$/,
  'temporal-store': /^(postgresql|temporal(-schema|-history|-matching|-worker)?)$/,
};

/** Addresses of the house in an environment: host by host. */
const hostsIn = ({ environment }: ComposeService): readonly string[] =>
  Object.entries(environment)
    .filter(([name]) => /_(URL|ADDRESS|SEEDS)$/.test(name) && !/METRICS|PUBLIC/.test(name))
    .flatMap(([, value]) => value.split(','))
    .flatMap((address) => /^(?:\$\{\w+:-)?(?:\w+:\/\/)?([\w-]+)(?::\d+\}?)?$/.exec(address)?.[1] ?? []);

const sharesNetwork = (a: ComposeService, b: ComposeService | undefined): boolean =>
  Object.keys(a.networks).some((network) => network in (b?.networks ?? {}));

const secretsFolder = '${DENGKE_SECRETS_DIR:-./infra/docker/secrets}';
const sourcesOf = ({ volumes }: ComposeService): readonly string[] =>
  volumes.map((volume) => volume.replace(secretsFolder, '@secrets').split(':')[0] ?? '');

export const rules: Readonly<Record<string, Rule>> = {
  'is an image pinned by its digest, or built here': (shape) =>
    of(shape, ({ image = '', build }) => build === undefined && !/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/.test(image)),

  'is an ordinary user': (shape) => of(shape, ({ user = '' }) => !/^[1-9]\d*:\d+$/.test(user)),

  'cannot write to its disk': (shape) => of(shape, (service) => service.read_only !== true),

  'has no privilege of the kernel, and gains none': (shape) =>
    of(shape, ({ cap_drop, security_opt }) => !words(cap_drop).includes('ALL') || !words(security_opt).includes('no-new-privileges:true')),

  'has so much of the machine and no more': (shape) =>
    of(shape, (service) => !['cpus', 'memory', 'pids'].every((limit) => limits(service).includes(limit))),

  // Of Tempo's image the file says why not.
  'is asked how it is': (shape) =>
    of(shape, (service, name) => !isJob(service) && name !== 'tempo' && words(service.healthcheck?.test).length === 0),

  'takes every secret from a file, and has no default for one': (shape) =>
    perService(shape, ({ environment, command, entrypoint }) => [
      ...Object.entries(environment)
        .filter(([name]) => /PASSWORD|SECRET|PWD|TOKEN|DATABASE_URL|MAIL_URL|KEY/.test(name))
        .filter(([, value]) => !/^\/run\/secrets\/[\w./-]+$/.test(value))
        .map(([name]) => name),
      ...[...Object.values(environment), ...words(command), ...words(entrypoint)].filter((value) => /:\/\/[^/\s]*:[^/\s]*@/.test(value)),
    ]),

  'is given no secret that nobody makes': (shape, folder) => [
    ...Object.entries(shape.secrets)
      .filter(([, { file }]) => !existsSync(file.replace(secretsFolder, folder)))
      .map(([name]) => name),
    ...perService(shape, (service) => [
      ...service.secrets.map(({ source }) => source).filter((source) => !(source in shape.secrets)),
      ...sourcesOf(service).filter((source) => source.startsWith('@secrets') && !existsSync(source.replace('@secrets', folder))),
    ]),
  ],

  'mounts what is there': (shape) =>
    perService(shape, (service) =>
      sourcesOf(service).filter((source) =>
        source.startsWith('./') ? !existsSync(join(repositoryRoot, source)) : !source.startsWith('@') && !(source in shape.volumes),
      ),
    ),

  'is given settings that its code reads, and those that it needs': (shape) =>
    perService(shape, (service) => {
      const process = processOf(service);
      const given = Object.keys(service.environment).filter((name) => name.startsWith('DENGKE_') && name !== 'DENGKE_PROCESS');
      if (process === undefined) {
        return given.filter((name) => !(service.build !== undefined && name === 'DENGKE_PROFILE'));
      }
      const all = Object.entries({ ...serviceEnvironment, ...optionalSettings }).filter(([, setting]) => setting.for.includes(process));
      const needed = Object.entries(serviceEnvironment).filter(
        ([name, setting]) => setting.for.includes(process) && setting.whileMigrating !== true && !mayBeLeft.includes(name),
      );
      return [
        ...given.filter((name) => name !== `DENGKE_${process.toUpperCase()}_URL` && !all.some(([known]) => known === settingOf(name))),
        ...needed.map(([name]) => name).filter((name) => !given.some((each) => settingOf(each) === name)),
      ];
    }),

  'names the others by TLS, and reaches them': (shape) =>
    perService(shape, (service, name) => [
      ...Object.values(service.environment).filter((value) => value.includes('http://')),
      ...hostsIn(service).filter((host) => host !== name && !sharesNetwork(service, shape.services[host])),
    ]),

  'shows a certificate of its name': (shape, folder) =>
    perService(shape, (service, name) => {
      if (isJob(service)) {
        return [];
      }
      const [shown, key] = ['certificate.pem', 'key.pem'].map(
        (target) => service.secrets.find((secret) => secret.target === target)?.source,
      );
      const file = shape.secrets[shown ?? '']?.file.replace(secretsFolder, folder);
      if (file === undefined || key === undefined || !existsSync(file)) {
        return ['none'];
      }
      return new X509Certificate(readFileSync(file)).checkHost(name) === undefined ? [`not of ${name}`] : [];
    }),

  'refuses to be spoken to plainly': (shape) => of(shape, (service) => !isJob(service) && !refusesPlain(service)),

  'is published on this host alone': (shape) => of(shape, ({ ports }) => ports.some((port) => !port.startsWith('127.0.0.1:'))),

  'is in the zones where it belongs': (shape) => [
    ...perService(shape, ({ networks }, name) =>
      Object.keys(networks).filter((network) => !(network in shape.networks) || inZone[network]?.test(name) === false),
    ),
    ...Object.entries(shape.networks)
      .filter(([name, network]) => (network?.internal ?? false) === ['edge', 'outward'].includes(name))
      .map(([name]) => name),
  ],

  'waits for what is there': (shape) =>
    perService(shape, ({ depends_on }) => Object.keys(depends_on).filter((name) => !(name in shape.services))),
};
