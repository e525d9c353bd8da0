import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One SMS to one person who has chosen to get it, written in the transaction of what it tells. The mobile is asked of accounts when it is
 * sent and stands in no table here. Text and key never change; a dead one stays to be looked at.
 */
@Entity('sms_outbox')
@Index('sms_once', ['eventKey', 'recipientId'], { unique: true })
@Index('sms_waiting', ['state', 'nextAttemptAt', 'id'])
export class Sms {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' })
  eventKey!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  recipientId!: string;

  @Column({ type: 'varchar', length: 420 })
  text!: string;

  @Column({ type: 'varchar', length: 8, charset: 'ascii', collation: 'ascii_bin' })
  state!: 'waiting' | 'sent' | 'dead';

  /** Answers that refused it; a provider that is away does not count. */
  @Column({ type: 'int' })
  attempts!: number;

  /** Host time; also the end of the lease of the sender that holds it. */
  @Column(instantColumn())
  nextAttemptAt!: Instant;

  /** Business instant: the end of the quiet hours that it met. */
  @Column(instantColumn({ nullable: true }))
  notBefore!: Instant | null;

  /** A word: `no-mobile`, or the provider's. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  lastAnswer!: string | null;
}
