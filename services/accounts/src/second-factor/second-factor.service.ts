import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import type { PasskeyAssertionDto } from './passkeys.dto';
import { PasskeysService } from './passkeys.service';
import { RecoveryCodesService } from './recovery-codes.service';
import { SecondFactorLedger } from './second-factor-ledger';
import type { Whose } from './second-factor-ledger';
import { needsSecondFactor } from './second-factor-rules';
import type { SecondFactorKind } from './second-factor-rules';
import type { SecondFactorDto } from './second-factor.dto';
import { TotpService } from './totp.service';
import type { Verdict } from './totp.service';

const ofTheApp = /^\s*\d{3}\s?\d{3}\s*$/;

/** What a person has beside the password, and whether what is shown is it. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: SecondFactorLedger,
    private readonly people: PeopleService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  async kindsOf(personId: string): Promise<SecondFactorKind[]> {
    const [totpSince, passkeys] = await Promise.all([this.totp.since(personId), this.passkeys.of(personId)]);
    return [...(totpSince === null ? [] : (['totp'] as const)), ...(passkeys.length === 0 ? [] : (['passkey'] as const))];
  }

  async status({ personId }: Caller): Promise<SecondFactorDto> {
    const [totpSince, passkeys, recoveryCodesLeft, positions] = await Promise.all([
      this.totp.since(personId),
      this.passkeys.of(personId),
      this.recoveryCodes.left(personId),
      this.people.positionsOf(personId),
    ]);
    return {
      compulsory: needsSecondFactor(positions),
      totpSince,
      passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({ id, name, addedAt, lastUsedAt })),
      recoveryCodesLeft,
    };
  }

  /** A code of the app or a recovery code; either is used up by it. */
  async showCode(whose: Whose, code: string): Promise<Verdict> {
    const { personId } = whose;
    if (ofTheApp.test(code)) {
      return this.totp.use(personId, code.replace(/\s/g, ''));
    }
    return inTransaction(this.database, async (manager) => {
      if (!(await this.recoveryCodes.use(manager, personId, code))) {
        return 'wrong';
      }
      const left = await this.recoveryCodes.left(personId, manager);
      await this.ledger.tell(manager, whose, 'recoveryCodeUsed', { left });
      return 'right';
    });
  }

  async showPasskey(me: Caller, response: PasskeyAssertionDto): Promise<Verdict> {
    return (await this.passkeys.shown(me, response)) ? 'right' : 'wrong';
  }
}
