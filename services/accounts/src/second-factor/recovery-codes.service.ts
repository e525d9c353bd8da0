import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SecurityClock, toDatabase } from '@dengke/service-kit';

const codesAtOnce = 10;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 120 bits, beyond any guessing, so that a plain digest keeps them safe (ASVS 6.5.2). */
const codeLength = 24;

/** Ten codes for the day the telephone is gone; each is used once. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
  ) {}

  /** New ones; all earlier ones are void. @returns the codes, which are nowhere else */
  async renew(manager: EntityManager, personId: string): Promise<string[]> {
    const codes = Array.from({ length: codesAtOnce }, newCode);
    await this.forget(manager, personId);
    await manager.query('insert into recovery_code (personId, digest) values ?', [
      codes.map((code) => [personId, digestOf(personId, code)]),
    ]);
    return codes;
  }

  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.query('delete from recovery_code where personId = ?', [personId]);
  }

  /** Whether it was one of the person's unused codes, which it is no more. */
  async use(manager: EntityManager, personId: string, code: string): Promise<boolean> {
    const { affectedRows } = await manager.query<{ affectedRows: number }>(
      'update recovery_code set usedAt = ? where personId = ? and digest = ? and usedAt is null',
      [toDatabase(this.clock.now()), personId, digestOf(personId, code)],
    );
    return affectedRows === 1;
  }

  async left(personId: string, manager: EntityManager = this.database.manager): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'select count(*) as count from recovery_code where personId = ? and usedAt is null',
      [personId],
    );
    return row?.count ?? 0;
  }
}

/** `ABCD-EFGH-JKLM-NPQR-STUV-WXYZ`: 32 letters that are not mistaken for one another, so each random byte gives one without bias. */
function newCode(): string {
  const drawn = [...randomBytes(codeLength)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return drawn.replace(/.{4}(?!$)/g, '$&-');
}

/** However it was typed. */
const digestOf = (personId: string, code: string): string =>
  createHash('sha256')
    .update(`${personId}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex');
