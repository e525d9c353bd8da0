import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Recent failures to sign in with one login, whether it exists or not: so a lock tells nobody that a login exists. Charged before the
 * password is looked at, removed by success. All instants are security time.
 */
@Entity('login_attempts')
@Index('login_attempts_by_age', ['lastAt'])
export class LoginAttempts {
  /** SHA-256 of the login in lower case, hex. */
  @PrimaryColumn({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  loginDigest!: string;

  @Column({ type: 'int', unsigned: true })
  failures!: number;

  @Column(instantColumn())
  lastAt!: Instant;

  @Column(instantColumn({ nullable: true }))
  lockedUntil!: Instant | null;
}
