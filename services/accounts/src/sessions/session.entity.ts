import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PositionRow } from '../people/position.entity';
import { Person } from '../people/person.entity';

/**
 * Somebody signed in on one browser, acting from one position. Created by signing in, ended by its owner, idleness, age or a new
 * password. The token itself is known to the browser alone. All instants are security time.
 */
@Entity('session')
@Index('session_of', ['personId'])
@Index('session_by_expiry', ['expiresAt'])
export class Session {
  /** SHA-256 of the opaque token, hex: who reads this table cannot sign in with it. */
  @PrimaryColumn({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'session_person' })
  person!: Person;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  positionId!: string;

  @ManyToOne(() => PositionRow)
  @JoinColumn({ name: 'positionId', foreignKeyConstraintName: 'session_position' })
  position!: PositionRow;

  @Column(instantColumn())
  createdAt!: Instant;

  /** Written at most once a minute. */
  @Column(instantColumn())
  lastSeenAt!: Instant;

  /** Absolute end, however busy it is. */
  @Column(instantColumn())
  expiresAt!: Instant;

  /** When the second factor was last shown in it. */
  @Column(instantColumn({ nullable: true }))
  secondFactorAt!: Instant | null;

  /** What a passkey is to sign next (base64url), taken once and until `challengeUntil`. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  challenge!: string | null;

  @Column(instantColumn({ nullable: true }))
  challengeUntil!: Instant | null;

  /** From where it was begun, masked: enough for its owner to know it again. */
  @Column({ type: 'varchar', length: 45, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  maskedAddress!: string | null;

  /** `Firefox, Windows` */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  client!: string | null;
}
