import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addressKey, DomainError, inTransaction, Log, managerOf, SecurityClock, toDatabase, toInstant } from '@dengke/service-kit';
import { maskedAddress } from '../sessions/client';

/** Five failures lock an account for five minutes … */
const failuresToLock = 5;
const lockSeconds = 5 * 60;
/** … and one that is older than this is forgotten. */
const failureCountsSeconds = 15 * 60;
/** An address is slowed, not locked, after thirty failures on five logins: a whole bureau may sit behind it. */
const addressFailures = 30;
const addressLogins = 5;
const addressCountsSeconds = 15 * 60;
const slowedEverySeconds = 2;
const keptSeconds = 3600;

interface AttemptsRow {
  failures: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** Counts failures to sign in, by login and by address, and refuses when they are too many. All times are security time. */
@Injectable()
export class AttemptsService {
  /** When each slowed address was last let through; lost with the process, which costs an attacker nothing much. */
  private readonly lastAdmitted = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly log: Log,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS while a slowed address comes more often than every two seconds */
  async admitAddress(ip: string): Promise<void> {
    const address = addressKey(ip);
    const since = toDatabase(this.clock.inSeconds(-addressCountsSeconds));
    const [counted] = await this.database.query<{ failures: number; logins: number }[]>(
      'select count(*) as failures, count(distinct loginDigest) as logins from address_failure where address = ? and at > ?',
      [address, since],
    );
    if (counted === undefined || counted.failures < addressFailures || counted.logins < addressLogins) {
      this.lastAdmitted.delete(address);
      return;
    }
    const now = this.clock.millis();
    if (now - (this.lastAdmitted.get(address) ?? 0) < slowedEverySeconds * 1000) {
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: slowedEverySeconds });
    }
    this.lastAdmitted.set(address, now);
  }

  /**
   * Charges an attempt before the password is looked at, so that many at once are no more than five; success gives it back. The
   * same for a login that does not exist.
   * @throws DomainError ACCOUNT_LOCKED
   */
  async charge(login: string): Promise<void> {
    const digest = loginDigest(login);
    const lockedUntil = await inTransaction(this.database, async (manager) => {
      const now = this.clock.now();
      const [row] = await manager.query<AttemptsRow[]>(
        `insert into login_attempts (loginDigest, failures, lastAt) values (?, 0, ?)
         on duplicate key update failures = failures returning failures, lastAt, lockedUntil`,
        [digest, toDatabase(now)],
      );
      const before = row ?? { failures: 0, lastAt: toDatabase(now), lockedUntil: null };
      if (before.lockedUntil !== null && toInstant(before.lockedUntil) > now) {
        return before.lockedUntil;
      }
      const isStale = before.lockedUntil !== null || toInstant(before.lastAt) < this.clock.inSeconds(-failureCountsSeconds);
      const failures = isStale ? 1 : before.failures + 1;
      const lock = failures >= failuresToLock ? toDatabase(this.clock.inSeconds(lockSeconds)) : null;
      await manager.query('update login_attempts set failures = ?, lastAt = ?, lockedUntil = ? where loginDigest = ?', [
        failures,
        toDatabase(now),
        lock,
        digest,
      ]);
      return null;
    });
    if (lockedUntil !== null) {
      this.log.warn('a sign-in meets a lock', { login: shortDigest(login) });
      throw new DomainError('ACCOUNT_LOCKED', { until: toInstant(lockedUntil) });
    }
  }

  /** The attempt was no guess, but ends nothing: only the password of somebody who has a second factor, or a code that was used before. */
  async giveBack(login: string): Promise<void> {
    await this.database.query('update login_attempts set failures = greatest(failures, 1) - 1, lockedUntil = null where loginDigest = ?', [
      loginDigest(login),
    ]);
  }

  async succeeded(login: string): Promise<void> {
    await managerOf(this.database).query('delete from login_attempts where loginDigest = ?', [loginDigest(login)]);
  }

  /** Also a line of the log: which login, as a digest, and from where, without the end of the address. */
  async failed(login: string, ip: string): Promise<void> {
    this.log.warn('a sign-in failed', { login: shortDigest(login), from: maskedAddress(ip) });
    await this.database.query('insert into address_failure (address, loginDigest, at) values (?)', [
      [addressKey(ip), loginDigest(login), toDatabase(this.clock.now())],
    ]);
    const old = toDatabase(this.clock.inSeconds(-keptSeconds));
    await this.database.query('delete from address_failure where at < ? limit 100', [old]);
    await this.database.query('delete from login_attempts where lastAt < ? limit 100', [old]);
  }
}

const loginDigest = (login: string): string => createHash('sha256').update(login.trim().toLowerCase()).digest('hex');

/** A login as the log may name it: the same one again is seen to be the same. */
const shortDigest = (login: string): string => loginDigest(login).slice(0, 8);
