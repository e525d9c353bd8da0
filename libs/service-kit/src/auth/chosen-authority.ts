import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JWTVerifyGetKey } from 'jose';
import type { Caller } from '@dengke/contract';
import { SecurityClock } from '../clock/security-clock';
import { Services } from '../http/services';
import { Authority, LOCAL_AUTHORITY } from './authority';
import { HttpAuthority } from './http-authority';

/** The service's own `@LocalAuthority()` where there is one (accounts), otherwise accounts over HTTP. */
@Injectable()
export class ChosenAuthority implements Authority {
  private chosen: Authority | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly services: Services,
    private readonly clock: SecurityClock,
  ) {}

  readonly keys: JWTVerifyGetKey = (header, token) => this.choice().keys(header, token);

  confirm(token: string): Promise<Caller | null> {
    return this.choice().confirm(token);
  }

  private choice(): Authority {
    this.chosen ??= this.local() ?? new HttpAuthority(this.services.accounts, this.clock);
    return this.chosen;
  }

  private local(): Authority | undefined {
    const wrapper = this.discovery
      .getProviders()
      .find(({ metatype }) => typeof metatype === 'function' && Reflect.getMetadata(LOCAL_AUTHORITY, metatype) === true);
    return wrapper?.instance as Authority | undefined;
  }
}
