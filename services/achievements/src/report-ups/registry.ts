import type { Readable } from 'node:stream';
import type { RegistryItemAnswer } from '@dengke/contract';

/** Why the registry gave no answer that can be used, in one word for those who look: it is tried again. */
export class RegistryFault extends Error {
  constructor(readonly code: string) {
    super(`The registry gave no answer: ${code}`);
    this.name = 'RegistryFault';
  }
}

export interface SealedContent {
  bundleId: string;
  bytes: number;
  sha256: string;
  open: () => Promise<Readable>;
}

/** The ministry's registry, whatever its interface is like (P37). No national one is public, so this is what is changed when there is. */
export abstract class Registry {
  /** Hands a bundle over; again with the same content it has no second effect. @throws RegistryFault */
  abstract deliver(bundle: SealedContent): Promise<RegistryItemAnswer[]>;
  /** What became of the items so far; null where the registry does not know the bundle. @throws RegistryFault */
  abstract answersTo(bundleId: string): Promise<RegistryItemAnswer[] | null>;
}
