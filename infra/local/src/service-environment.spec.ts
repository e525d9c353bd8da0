import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProcesses } from './house';
import { repositoryRoot } from './repository';
import type { EnvironmentSource } from './service-environment';
import { optionalSettings } from './optional-settings';
import { environmentExample, environmentOf, serviceEnvironment } from './service-environment';

const source: EnvironmentSource = {
  ports: { accounts: 1, achievements: 2, notifications: 3, worker: 4, gateway: 5 },
  databaseUrls: { accounts: 'mysql://a', achievements: 'mysql://b', notifications: 'mysql://c' },
  migrationUrls: { accounts: 'mysql://root-a', achievements: 'mysql://root-b', notifications: 'mysql://root-c' },
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  temporalUiUrl: null,
  serviceSecret: 'shared',
  publicUrl: 'http://127.0.0.1:5',
  clock: 'host',
  profile: 'local',
  filesDirectory: '/files',
  auditDirectory: '/audit',
  mailUrl: 'smtp://127.0.0.1:1025',
  signingKeyFile: '/key.pem',
  certificateKeysFile: '/certificates.json',
  payloadKeysFile: '/payloads.json',
  personalKeysFiles: { accounts: '/keys-a.json', achievements: '/keys-b.json', notifications: '/keys-n.json' },
  reportUp: null,
  logLevel: 'info',
};

describe('the environment of the processes', () => {
  it('is listed in .env.example, all of it and nothing else', () => {
    expect(readFileSync(join(repositoryRoot, '.env.example'), 'utf8')).toBe(environmentExample());
  });

  it('covers every variable that a config.ts of the house reads', () => {
    const folders = ['services', 'workflows/worker/src', 'libs/service-kit/src'].map((folder) => join(repositoryRoot, folder));
    const configs = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /config\.ts$/.test(file) && !file.includes('node_modules'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );

    const read = new Set(configs.flatMap((text) => [...text.matchAll(/'(DENGKE_[A-Z_]+)'/g)].map(([, name = '']) => name)));

    const known = new Set([...Object.keys(serviceEnvironment), ...Object.keys(optionalSettings)]);
    expect([...read].filter((name) => !known.has(name))).toEqual([]);
  });

  it('gives the signing key to accounts alone, and a database to no one but its owner', () => {
    const given = Object.fromEntries(nodeProcesses.map((process) => [process, environmentOf(process, source)]));

    expect(nodeProcesses.filter((process) => given[process]?.['DENGKE_SIGNING_KEY_FILE'] !== undefined)).toEqual(['accounts']);
    expect(nodeProcesses.map((process) => given[process]?.['DENGKE_DATABASE_URL'])).toEqual([
      'mysql://a',
      'mysql://b',
      'mysql://c',
      undefined,
      undefined,
    ]);
    expect(given['worker']).not.toHaveProperty('DENGKE_SERVICE_SECRET');
  });

  it('gives the account that may create tables to migrations alone, each for its own schema', () => {
    const name = 'DENGKE_MIGRATION_DATABASE_URL';

    expect(nodeProcesses.filter((process) => name in environmentOf(process, source))).toEqual([]);
    expect(environmentOf('achievements', source, {}, true)).toHaveProperty(name, 'mysql://root-b');
  });

  it('hands a chosen setting to its process only', () => {
    const chosen = { DENGKE_RATE_PER_SESSION: '9', DENGKE_SESSION_HOURS: '' };

    expect(environmentOf('gateway', source, chosen)).toHaveProperty('DENGKE_RATE_PER_SESSION', '9');
    expect(environmentOf('accounts', source, chosen)).not.toHaveProperty('DENGKE_RATE_PER_SESSION');
    expect(environmentOf('accounts', source, chosen)).not.toHaveProperty('DENGKE_SESSION_HOURS');
  });
});
