import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSecrets, localDirectory, readStackFile } from '@dengke/local';
import type { StackAddresses } from '@dengke/local';
import { ServiceClient } from '@dengke/service-kit';
import { OpsError } from './verb';

/** Whoever looks at a whole house waits longer than a person for a page. */
const PATIENCE_MS = 30_000;

/** The stack that runs on DENGKE_DIR, as operations see it. */
export interface House {
  readonly auditDirectory: string;
  readonly certificateKeysFile: string;
  readonly payloadKeysFile: string;
  personalKeysFileOf(service: string): string;
  /** @throws OpsError for what is no service with a database; SetupError when nothing runs */
  databaseUrlOf(service: string): string;
}

export const houseOf = (directory = localDirectory()): House => ({
  auditDirectory: join(directory, 'audit'),
  certificateKeysFile: join(directory, 'secrets', 'certificate-keys.json'),
  payloadKeysFile: join(directory, 'secrets', 'payload-keys.json'),
  personalKeysFileOf: (service) => join(directory, 'secrets', `personal-keys-${service}.json`),
  databaseUrlOf: (service) => {
    const { databaseUrls } = readStackFile(directory);
    const url = databaseUrls[service];
    if (url === undefined) {
      throw new OpsError(`There is no service ${service}; there are ${Object.keys(databaseUrls).join(', ')}.`);
    }
    return url;
  },
});

export type ServiceName = 'accounts' | 'achievements' | 'notifications';

/** Every replica of a service of a stack: any of them may be asked, and the other where one is away. */
export function replicasOf(
  name: ServiceName,
  { accountsUrl, achievementsUrl, notificationsUrl, beside }: StackAddresses,
): readonly string[] {
  const first = { accounts: accountsUrl, achievements: achievementsUrl, notifications: notificationsUrl }[name];
  const second = beside?.[`${name}-2`];
  return second === undefined ? [first] : [first, second];
}

/** A service of the stack that runs on DENGKE_DIR, asked as one of the house asks another. @throws SetupError when nothing runs */
export async function serviceOf(name: ServiceName, directory = localDirectory()): Promise<ServiceClient> {
  const addresses = readStackFile(directory);
  const ca = addresses.tlsCaFile === null ? undefined : await readFile(addresses.tlsCaFile, 'utf8');
  return new ServiceClient(replicasOf(name, addresses), (await loadSecrets(directory)).service, PATIENCE_MS, ca);
}
