import { Injectable } from '@nestjs/common';
import type { Caller } from '@dengke/contract';
import { LocalAuthority } from '@dengke/service-kit';
import type { Authority } from '@dengke/service-kit';
import { KeysService } from './keys.service';
import { SigningKey } from './signing-key';

/** Accounts answers for itself, without asking over HTTP. */
@Injectable()
@LocalAuthority()
export class AccountsAuthority implements Authority {
  readonly keys: Authority['keys'];

  constructor(
    key: SigningKey,
    private readonly service: KeysService,
  ) {
    this.keys = key.keys;
  }

  confirm(token: string): Promise<Caller | null> {
    return this.service.confirmed(token);
  }
}
