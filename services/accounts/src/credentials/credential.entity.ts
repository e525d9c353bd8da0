import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';
import { Person } from '../people/person.entity';

/**
 * The one login of one person. Issued by the level above (P6, S56) with a first password that must be changed and falls void; never
 * deleted, only disabled. Failed attempts are counted in `login_attempts`, for logins that do not exist too.
 */
@Entity('credential')
@Index('credential_login', ['login'], { unique: true })
@Index('credential_person', ['personId'], { unique: true })
export class Credential {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  /** Lower case. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin' })
  login!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'credential_of_person' })
  person!: Person;

  /** argon2id with its parameters and salt. */
  @Column({ type: 'varchar', length: 160, charset: 'ascii', collation: 'ascii_bin' })
  passwordHash!: string;

  /** Security instant of the present password; of one that somebody else set, the instant of the first sign-in with it, and null before. */
  @Column(instantColumn({ nullable: true }))
  passwordSetAt!: Instant | null;

  /** Security instant of the last complete sign-in. */
  @Column(instantColumn({ nullable: true }))
  lastUsedAt!: Instant | null;

  /** Set until the first password has been changed (P8). */
  @Column({ type: 'boolean' })
  mustChange!: boolean;

  /** Business instant after which the first password opens nothing; null once it was changed. */
  @Column(instantColumn({ nullable: true }))
  firstPasswordExpiresAt!: Instant | null;

  /** The position that issued it; null for seeding. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  issuedBy!: string | null;

  /** Business instant. */
  @Column(instantColumn())
  issuedAt!: Instant;

  /** On which request, e.g. the note of a telephone call (S26). */
  @Column({ type: 'varchar', length: 200, nullable: true })
  onApplication!: string | null;

  @Column({ type: 'boolean' })
  disabled!: boolean;

  /** Business instant at which the level above took it back; issued again, it has a first password like a new one. */
  @Column(instantColumn({ nullable: true }))
  revokedAt!: Instant | null;

  @VersionColumn({ type: 'int', unsigned: true })
  version!: number;
}
