import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DomainError, SecurityClock } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import { TotpSecret } from './totp-secret.entity';

/** A clock may be one step of thirty seconds off, either way. */
const toleranceSeconds = 30;
const looksLikeCode = /^\d{6}$/;

export interface TotpEnrolment {
  secret: string;
  /** `otpauth://…`, for a QR code. */
  uri: string;
}

/** What somebody shows: right, wrong, or right but used before. */
export type Verdict = 'right' | 'wrong' | 'used';

/** Codes of an authenticator app (RFC 6238: six digits, thirty seconds, SHA-1, which is what the apps know). Times are security time. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleService,
    private readonly clock: SecurityClock,
  ) {}

  /** A secret for the app; it counts once a code of it was shown. */
  async begin(personId: string): Promise<TotpEnrolment> {
    const [secret, label] = [generateSecret(), await this.people.loginOf(personId)];
    await this.database.manager.upsert(TotpSecret, { personId, confirmed: false, secret, lastStep: null, since: this.clock.now() }, [
      'personId',
      'confirmed',
    ]);
    return { secret, uri: generateURI({ issuer: '登科 Dengke', label, secret }) };
  }

  /** The secret that was begun takes the place of the one in force. @throws DomainError SECOND_FACTOR_REFUSED */
  async confirm(manager: EntityManager, personId: string, code: string): Promise<void> {
    const begun = await manager.findOne(TotpSecret, { where: { personId, confirmed: false }, lock: { mode: 'pessimistic_write' } });
    const step = begun && this.stepOf(begun.secret, code);
    if (step === null) {
      throw new DomainError('SECOND_FACTOR_REFUSED');
    }
    await manager.delete(TotpSecret, { personId, confirmed: true });
    await manager.update(TotpSecret, { personId, confirmed: false }, { confirmed: true, lastStep: step, since: this.clock.now() });
  }

  /** Uses the code up: the same one, and any older, is `used` from then on. */
  async use(personId: string, code: string): Promise<Verdict> {
    const inForce = await this.inForce(personId);
    const step = inForce && this.stepOf(inForce.secret, code);
    if (step === null) {
      return 'wrong';
    }
    const { affected } = await this.database
      .createQueryBuilder()
      .update(TotpSecret)
      .set({ lastStep: step })
      .where('personId = :personId and confirmed = 1 and (lastStep is null or lastStep < :step)', { personId, step })
      .execute();
    return affected === 1 ? 'right' : 'used';
  }

  inForce(personId: string): Promise<TotpSecret | null> {
    return this.database.manager.findOneBy(TotpSecret, { personId, confirmed: true });
  }

  async remove(manager: EntityManager, personId: string): Promise<void> {
    const { affected } = await manager.delete(TotpSecret, { personId });
    if (!affected) {
      throw new DomainError('NOT_FOUND');
    }
  }

  /** The time step a code belongs to, or null where it is none of these minutes. */
  private stepOf(secret: string, code: string): number | null {
    if (!looksLikeCode.test(code)) {
      return null;
    }
    const epoch = Math.floor(this.clock.millis() / 1000);
    const found = verifySync({ secret, token: code, epoch, epochTolerance: toleranceSeconds });
    return found.valid && 'timeStep' in found ? found.timeStep : null;
  }
}
