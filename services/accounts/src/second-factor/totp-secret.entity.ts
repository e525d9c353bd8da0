import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity';

/** How the secret stands in its column, and how it is read from there. Encryption at rest belongs here and nowhere else. */
const atRest = {
  to: (secret: string): string => secret,
  from: (stored: string): string => stored,
};

/**
 * The secret that a person's authenticator app shares with us (RFC 6238). At most two rows a person: one that is being enrolled, and
 * the one in force, which the first becomes once its code was shown. Instants are security time.
 */
@Entity('totp_secret')
export class TotpSecret {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'totp_secret_of_person' })
  person!: Person;

  @PrimaryColumn({ type: 'boolean' })
  confirmed!: boolean;

  /** Base32. */
  @Column({ type: 'varchar', length: 255, charset: 'ascii', collation: 'ascii_bin', transformer: atRest })
  secret!: string;

  /** The time step of the last code that was used; it only grows, so each code serves once. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  lastStep!: number | null;

  @Column(instantColumn())
  since!: Instant;
}
