import type { FactoryProvider, Type } from '@nestjs/common';
import type { HealthChecks } from '../boot/health-checks';
import { SecurityClock } from '../clock/security-clock';
import type { FilesConfig } from '../config/files-config';
import { BlobStore, DiskBlobStore } from './blob-store';
import { ObjectBlobStore } from './object-blob-store';
import { VirusScanner } from './virus-scanner';

/** The store and the scanner of a service that takes files, as its configuration says. */
export const fileProviders = (Config: Type<FilesConfig>): FactoryProvider[] => [
  { provide: BlobStore, inject: [Config, SecurityClock], useFactory: blobStoreOf },
  { provide: VirusScanner, inject: [Config], useFactory: ({ clamdAddress }: FilesConfig) => new VirusScanner(clamdAddress) },
];

function blobStoreOf(config: FilesConfig, clock: SecurityClock): BlobStore {
  const { filesDir, objectsUrl: url, objectsRegion: region, objectsKeyId: keyId, objectsSecret: secret } = config;
  const isElsewhere = url !== undefined && keyId !== undefined && secret !== undefined;
  return isElsewhere ? new ObjectBlobStore(filesDir, { url, region, keyId, secret }, clock) : new DiskBlobStore(filesDir, clock);
}

/** For `/health/ready`: without a scanner the service works, and says that nothing is scanned. */
export function fileChecks({ clamdAddress }: FilesConfig): HealthChecks {
  const scanner = new VirusScanner(clamdAddress);
  return { virusScan: { vital: false, isUp: async () => (scanner.isConfigured ? scanner.isUp() : 'not-configured') } };
}
