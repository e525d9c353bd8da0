import type { Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * That a person had the digest of a day: written once with its message and mail, never changed. A reminder of his is told by the first
 * digest that reaches it.
 */
@Entity('digest')
export class Digest {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @PrimaryColumn({ type: 'date' })
  digestOn!: PlainDate;

  @Column(instantColumn())
  at!: Instant;

  /** How many reminders it gathers. */
  @Column({ type: 'int' })
  reminders!: number;

  /** The ledger's last row that it could tell. */
  @Column({ type: 'bigint' })
  toldUpTo!: number;
}
