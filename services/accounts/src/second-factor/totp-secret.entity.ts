import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity';

/**
 * The secret that a person's authenticator app shares with us (RFC 6238), sealed (`PersonalData`). One that is being enrolled takes the place of the
 * one in force once its code was shown; both are written and read by `TotpService` alone. Instants are security time.
 */
@Entity('totp_secret')
export class TotpSecret {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @OneToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'totp_secret_of_person' })
  person!: Person;

  /** In force. */
  @Column({ type: 'varchar', length: 255, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  secret!: string | null;

  /** The time step of the last code that was used; it only grows, so each code serves once. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  lastStep!: number | null;

  @Column(instantColumn({ nullable: true }))
  since!: Instant | null;

  /** Being enrolled. */
  @Column({ type: 'varchar', length: 255, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  begun!: string | null;
}
