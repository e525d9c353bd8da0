import { join } from 'node:path';
import type { DatabaseOwner } from './house';
import { databaseOwners } from './house';
import type { Ports } from './ports';
import type { ProductionShape } from './production/production-shape';
import { besideOf, metricsPlaces } from './production/production-shape';
import { certificateKeysFile, loadSecrets, payloadKeysFile, personalKeysFile, reportKeyFiles, signingKeyFile } from './secrets';
import type { EnvironmentSource } from './service-environment';
import type { StackAddresses } from './stack-file';
import type { StackOptions } from './stack-options';
import type { FoundServers } from './stack-servers';
import { databaseAccess } from './stack-servers';

/** What the parts of one stack are told, and where they are found. */
export const prepare = async (
  { options, directory }: { readonly options: StackOptions; readonly directory: string },
  found: FoundServers,
  ports: Ports,
  production: ProductionShape | undefined,
) => {
  const secrets = await loadSecrets(directory);
  const database = databaseAccess(directory, found, ports, secrets, production?.addressEnd);
  const databaseUrls = Object.fromEntries(databaseOwners.map((owner) => [owner, database.url(owner)])) as Record<DatabaseOwner, string>;
  const registryUrl = options.reportUp === 'endpoint' ? `http://127.0.0.1:${ports.registry}` : null;
  const source: EnvironmentSource = {
    ports,
    secondPorts: production?.ports,
    certificate: production?.certificates.services,
    databaseUrls,
    migrationUrls: Object.fromEntries(databaseOwners.map((owner) => [owner, database.migrationUrl(owner)])),
    temporalAddress: found.temporal?.kind === 'address' ? found.temporal.address : `127.0.0.1:${ports.temporal}`,
    temporalNamespace: (found.temporal?.kind === 'address' ? process.env['DENGKE_TEMPORAL_NAMESPACE'] : undefined) ?? 'default',
    temporalUiUrl: found.temporal?.kind === 'dev' && options.temporalUi === true ? `http://127.0.0.1:${ports.temporalUi}` : null,
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
    payloadKeysFile: await payloadKeysFile(directory),
    personalKeysFiles: {
      accounts: await personalKeysFile(directory, 'accounts'),
      achievements: await personalKeysFile(directory, 'achievements'),
      notifications: await personalKeysFile(directory, 'notifications'),
    },
    reportUp: registryUrl === null ? null : { registryUrl, keyFile: (await reportKeyFiles(directory)).own },
    logLevel: process.env['DENGKE_LOG_LEVEL'] ?? 'info',
  };
  const scheme = production === undefined ? 'http' : 'https';
  const addresses: StackAddresses = {
    publicUrl: source.publicUrl,
    accountsUrl: `${scheme}://127.0.0.1:${ports.accounts}`,
    achievementsUrl: `${scheme}://127.0.0.1:${ports.achievements}`,
    notificationsUrl: `${scheme}://127.0.0.1:${ports.notifications}`,
    workerUrl: `http://127.0.0.1:${ports.worker}`,
    temporalAddress: source.temporalAddress,
    temporalNamespace: source.temporalNamespace,
    payloadKeysFile: source.payloadKeysFile,
    temporalUi: source.temporalUiUrl === null ? null : `${source.publicUrl}/temporal`,
    mailPage: `http://127.0.0.1:${ports.mail}`,
    mailUrl: source.mailUrl,
    registryUrl,
    databaseUrls,
    tlsCaFile: production?.certificates.services.ca ?? null,
    beside: production === undefined ? null : await besideOf(directory, production),
    metrics: production === undefined ? null : metricsPlaces(production),
  };
  return { database, addresses, source };
};
