import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository';
import type { ComposeService } from './compose-file';

const textOf = (file: string): string => readFileSync(join(repositoryRoot, 'infra', file), 'utf8');
const isSet = ({ environment }: ComposeService, names: readonly string[]): boolean =>
  names.every((name) => environment[name]?.startsWith('/run/secrets/') === true);
const mounts = ({ volumes }: ComposeService, source: string): boolean => volumes.some((volume) => volume.startsWith(`./infra/${source}:`));
const told = ({ command = [] }: ComposeService, option: string): boolean => command.includes(option);

/** By what the server of each image speaks TLS, and nothing else where it can. An image that is not here refuses nothing. */
const byImage: Readonly<Record<string, (service: ComposeService) => boolean>> = {
  'dengke/house': (service) => isSet(service, ['DENGKE_TLS_CA_FILE', 'DENGKE_TLS_CERT_FILE', 'DENGKE_TLS_KEY_FILE']),
  postgres: (service) =>
    mounts(service, 'postgresql') &&
    service.entrypoint?.includes('/dengke/start.sh') === true &&
    /-c ssl=on .*[^]*hba_file=\/dengke\/pg_hba\.conf/.test(textOf('postgresql/start.sh')) &&
    !/^\s*host(nossl)?\s/m.test(textOf('postgresql/pg_hba.conf')),
  mariadb: (service) => mounts(service, 'mariadb/house.cnf') && /^require-secure-transport = ON$/m.test(textOf('mariadb/house.cnf')),
  'temporalio/server': (service) =>
    isSet(service, [
      'SQL_CA',
      'TEMPORAL_TLS_SERVER_CERT',
      'TEMPORAL_TLS_SERVER_KEY',
      'TEMPORAL_TLS_FRONTEND_CERT',
      'TEMPORAL_TLS_FRONTEND_KEY',
    ]) &&
    service.environment['SQL_TLS_ENABLED'] === 'true' &&
    /^system\.enableRingpopTLS:\n +- value: true$/m.test(textOf('temporal/dynamic-config.yaml')),
  'temporalio/ui': (service) => isSet(service, ['TEMPORAL_TLS_CA', 'TEMPORAL_UI_SERVER_TLS_CERT', 'TEMPORAL_UI_SERVER_TLS_KEY']),
  'prom/prometheus': (service) => told(service, '--web.config.file=/etc/prometheus/web.yml') && webIsTls(),
  'prom/mysqld-exporter': (service) => told(service, '--web.config.file=/dengke/web.yml') && webIsTls(),
  'grafana/tempo': () => /http_tls_config:/.test(textOf('tempo/tempo.yaml')) && /4318, tls:/.test(textOf('tempo/tempo.yaml')),
  'grafana/grafana': (service) =>
    isSet(service, ['GF_SERVER_CERT_FILE', 'GF_SERVER_CERT_KEY']) && service.environment['GF_SERVER_PROTOCOL'] === 'https',
};

const webIsTls = (): boolean => /^tls_server_config:\n {2}cert_file: .*\n {2}key_file: /m.test(textOf('prometheus/web.yml'));

export const refusesPlain = (service: ComposeService): boolean => byImage[service.image?.split(':')[0] ?? '']?.(service) ?? false;
