import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { DomainError, inTransaction } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import { isEnrolled } from './enrolled';
import { PasskeysService } from './passkeys.service';
import { RecoveryCodesService } from './recovery-codes.service';
import { actingFrom, SecondFactorLedger } from './second-factor-ledger';
import { needsSecondFactor } from './second-factor-rules';
import { TotpService } from './totp.service';

/** Taking a second factor away; who holds a managing position keeps one at least. */
@Injectable()
export class RemovalService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: SecondFactorLedger,
    private readonly people: PeopleService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** @throws DomainError LAST_SECOND_FACTOR */
  removeTotp(me: Caller): Promise<void> {
    return this.remove(me, { kind: 'totp' }, (manager) => this.totp.remove(manager, me.personId));
  }

  /** @throws DomainError LAST_SECOND_FACTOR */
  removePasskey(me: Caller, id: string): Promise<void> {
    return this.remove(me, { kind: 'passkey' }, (manager) => this.passkeys.remove(manager, me.personId, id));
  }

  /** The ledger's head first: two removals at once come one after the other, and the second sees what is left. */
  private remove(me: Caller, detail: Record<string, unknown>, take: (manager: EntityManager) => Promise<void>): Promise<void> {
    const { personId } = me;
    return inTransaction(this.database, async (manager) => {
      await this.ledger.tell(manager, actingFrom(me), 'secondFactorRemoved', detail);
      await take(manager);
      if (await isEnrolled(manager, personId)) {
        return;
      }
      if (needsSecondFactor(await this.people.positionsOf(personId, manager))) {
        throw new DomainError('LAST_SECOND_FACTOR');
      }
      await this.recoveryCodes.forget(manager, personId);
    });
  }
}
