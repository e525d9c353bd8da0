import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { DomainError, inTransaction } from '@dengke/service-kit';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { SessionsService } from '../sessions/sessions.service';
import { isEnrolled } from './enrolled';
import type { AddPasskeyDto } from './passkeys.dto';
import { PasskeysService } from './passkeys.service';
import { RecoveryCodesService } from './recovery-codes.service';
import { actingFrom, SecondFactorLedger } from './second-factor-ledger';
import type { SecondFactorKind } from './second-factor-rules';
import type { EnrolledDto, RecoveryCodesDto } from './second-factor.dto';
import { TotpService } from './totp.service';
import type { TotpEnrolment } from './totp.service';

/** Enrolling a second factor: it counts once it was shown, and with the first one come ten recovery codes. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: SecondFactorLedger,
    private readonly sessions: SessionsService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  beginTotp({ personId }: Caller): Promise<TotpEnrolment> {
    return this.totp.begin(personId);
  }

  /** From now on this app and no earlier one. @throws DomainError SECOND_FACTOR_REFUSED */
  confirmTotp(me: Caller, code: string): Promise<EnrolledDto> {
    return this.enrol(me, 'totp', (manager) => this.totp.confirm(manager, me.personId, code));
  }

  beginPasskey(me: Caller): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.passkeys.begin(me);
  }

  /** @throws DomainError SECOND_FACTOR_REFUSED */
  async addPasskey(me: Caller, { name, credential }: AddPasskeyDto): Promise<EnrolledDto> {
    const passkey = await this.passkeys.verified(me, name, credential);
    return this.enrol(me, 'passkey', (manager) => this.passkeys.add(manager, passkey));
  }

  /** Ten new ones; the earlier ones are void. @throws DomainError SECOND_FACTOR_NOT_ENROLLED */
  renewRecoveryCodes(me: Caller): Promise<RecoveryCodesDto> {
    return inTransaction(this.database, async (manager) => {
      if (!(await isEnrolled(manager, me.personId))) {
        throw new DomainError('SECOND_FACTOR_NOT_ENROLLED');
      }
      await this.ledger.tell(manager, actingFrom(me), 'recoveryCodesRenewed');
      return { recoveryCodes: await this.recoveryCodes.renew(manager, me.personId) };
    });
  }

  private enrol(me: Caller, kind: SecondFactorKind, keep: (manager: EntityManager) => Promise<void>): Promise<EnrolledDto> {
    return inTransaction(this.database, async (manager) => {
      await this.ledger.tell(manager, actingFrom(me), 'secondFactorEnrolled', { kind });
      await keep(manager);
      await this.sessions.steppedUp(me, manager);
      const hasCodes = (await this.recoveryCodes.left(me.personId, manager)) > 0;
      return { recoveryCodes: hasCodes ? null : await this.recoveryCodes.renew(manager, me.personId) };
    });
  }
}
