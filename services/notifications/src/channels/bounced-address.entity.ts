import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An address that a mail server has refused for good. Written with the mail that was refused; while the person has this address nothing
 * is mailed to it. Another address makes the row mean nothing, and its holder’s word that it is right removes it.
 */
@Entity('bounced_address')
export class BouncedAddress {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  /** Sealed (`PersonalData`). */
  @Column({ type: 'varchar', length: 1000 })
  mail!: string;

  /** The server's word: `550`. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin' })
  answer!: string;

  /** Business instant. */
  @Column(instantColumn())
  at!: Instant;
}
