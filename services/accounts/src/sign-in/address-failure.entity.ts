import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One failure to sign in from one address; many on several logins slow the address down. Removed after an hour. */
@Entity('address_failure')
@Index('address_failure_recent', ['address', 'at'])
@Index('address_failure_by_age', ['at'])
export class AddressFailure {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id!: string;

  /** IPv4, or the /64 of an IPv6 address. */
  @Column({ type: 'varchar', length: 45, charset: 'ascii', collation: 'ascii_bin' })
  address!: string;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  loginDigest!: string;

  /** Security time. */
  @Column(instantColumn())
  at!: Instant;
}
