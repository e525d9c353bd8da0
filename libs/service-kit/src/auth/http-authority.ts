import { createLocalJWKSet, errors } from 'jose';
import type { FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';
import { refusals } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import type { SecurityClock } from '../clock/security-clock';
import { DomainError } from '../http/domain-error';
import type { ServiceClient } from '../http/service-client';
import type { Authority } from './authority';

/** An unknown key id fetches the keys again, but not more often than this. */
const REFRESH_MS = 5_000;

/** Asks accounts: `GET /internal/keys` for the public keys, `POST /internal/confirm` before an act. */
export class HttpAuthority implements Authority {
  private known: ReturnType<typeof createLocalJWKSet> | undefined;
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | undefined;

  constructor(
    private readonly accounts: ServiceClient,
    private readonly clock: SecurityClock,
  ) {}

  readonly keys = async (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => {
    if (!this.known) {
      await this.refresh();
    }
    try {
      return await this.find(header, token);
    } catch (error) {
      const mayBeNew = error instanceof errors.JWKSNoMatchingKey && this.clock.millis() - this.fetchedAt > REFRESH_MS;
      if (!mayBeNew) {
        throw error;
      }
      await this.refresh();
      return this.find(header, token);
    }
  };

  async confirm(token: string): Promise<Caller | null> {
    try {
      const { caller } = await this.accounts.post<{ caller: Caller }>('/internal/confirm', { token }, { repeatable: true });
      return caller;
    } catch (error) {
      if (error instanceof DomainError && refusals[error.code].status === 401) {
        return null;
      }
      throw error;
    }
  }

  private find(header?: JWSHeaderParameters, token?: FlattenedJWSInput) {
    if (!this.known) {
      throw new DomainError('UNAVAILABLE');
    }
    return this.known(header, token);
  }

  /** One fetch for all who wait. */
  private refresh(): Promise<void> {
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetch(): Promise<void> {
    this.known = createLocalJWKSet(await this.accounts.get<JSONWebKeySet>('/internal/keys'));
    this.fetchedAt = this.clock.millis();
  }
}
