import type { JWTVerifyGetKey } from 'jose';
import { SetMetadata } from '@nestjs/common';
import type { Caller } from '@dengke/contract';

/** Who says who is calling: accounts, asked over HTTP by the others. */
export abstract class Authority {
  /** Finds the public key of a token. */
  abstract readonly keys: JWTVerifyGetKey;

  /**
   * Whether the bearer of a (valid) token is still signed in and still holds the position, now.
   * @returns null when not
   * @throws DomainError UNAVAILABLE when accounts cannot be asked; nobody is let through then
   */
  abstract confirm(token: string): Promise<Caller | null>;
}

export const LOCAL_AUTHORITY = 'dengke:local-authority';

/** Marks the injectable with which accounts answers for itself instead of asking over HTTP. */
export const LocalAuthority = () => SetMetadata(LOCAL_AUTHORITY, true);
