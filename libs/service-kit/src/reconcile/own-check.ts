import type { Divergence } from '@dengke/contract';
import { SetMetadata } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';

const CHECKS = 'dengke:checks';

/** What a service has besides ledger and workflows that can be out of step with them, and how it is mended. */
export interface OwnCheck {
  look(): Promise<Divergence[]>;
  /** Looks again under the lock of what it changes: what has mended itself is left alone. */
  mend(divergence: Divergence): Promise<void>;
}

/** `@Checks() @Injectable() class OpenDeadlines implements OwnCheck` */
export const Checks = () => SetMetadata(CHECKS, true);

export const ownChecks = (discovery: DiscoveryService): OwnCheck[] =>
  discovery
    .getProviders()
    .filter(({ metatype }) => typeof metatype === 'function' && Reflect.getMetadata(CHECKS, metatype) === true)
    .map(({ instance }) => instance as OwnCheck);
