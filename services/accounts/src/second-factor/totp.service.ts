import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DomainError, PersonalData, SecurityClock } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import { enrolledApp } from './enrolled';
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
    private readonly personal: PersonalData,
    private readonly clock: SecurityClock,
  ) {}

  /** A secret for the app; it counts once a code of it was shown. */
  async begin(personId: string): Promise<TotpEnrolment> {
    const [secret, label] = [generateSecret(), await this.people.loginOf(personId)];
    await this.database.query('insert into totp_secret (personId, begun) values (?) on duplicate key update begun = values(begun)', [
      [personId, this.personal.seal('totp_secret.begun', personId, secret)],
    ]);
    return { secret, uri: generateURI({ issuer: '登科 Dengke', label, secret }) };
  }

  /** The secret that was begun takes the place of the one in force. @throws DomainError SECOND_FACTOR_REFUSED */
  async confirm(manager: EntityManager, personId: string, code: string): Promise<void> {
    const row = await manager.findOne(TotpSecret, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    const secret = this.personal.open('totp_secret.begun', personId, row?.begun ?? null);
    const lastStep = this.stepOf(secret, code);
    if (secret === null || lastStep === null) {
      throw new DomainError('SECOND_FACTOR_REFUSED');
    }
    await manager.update(TotpSecret, { personId }, { ...enrolledApp(this.personal, personId, secret, this.clock.now()), lastStep });
  }

  /** Uses the code up: the same one, and any older, is `used` from then on. */
  async use(personId: string, code: string): Promise<Verdict> {
    const row = await this.database.manager.findOneBy(TotpSecret, { personId });
    const step = this.stepOf(this.personal.open('totp_secret.secret', personId, row?.secret ?? null), code);
    if (step === null) {
      return 'wrong';
    }
    const { affected } = await this.database
      .createQueryBuilder()
      .update(TotpSecret)
      .set({ lastStep: step })
      .where('personId = :personId and (lastStep is null or lastStep < :step)', { personId, step })
      .execute();
    return affected === 1 ? 'right' : 'used';
  }

  /** Since when an app is enrolled; null without. */
  async since(personId: string): Promise<string | null> {
    const row = await this.database.manager.findOneBy(TotpSecret, { personId });
    return row?.secret ? row.since : null;
  }

  async remove(manager: EntityManager, personId: string): Promise<void> {
    const { affected } = await manager.delete(TotpSecret, { personId });
    if (!affected) {
      throw new DomainError('NOT_FOUND');
    }
  }

  /** The time step a code belongs to, or null where it is none of these minutes. */
  private stepOf(secret: string | null, code: string): number | null {
    if (secret === null || !looksLikeCode.test(code)) {
      return null;
    }
    const epoch = Math.floor(this.clock.millis() / 1000);
    const found = verifySync({ secret, token: code, epoch, epochTolerance: toleranceSeconds });
    return found.valid && 'timeStep' in found ? found.timeStep : null;
  }
}
