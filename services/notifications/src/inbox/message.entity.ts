import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Ids only: the submission or application and its fact, or the day of a digest. */
export type About = Record<string, string | number>;

/**
 * One thing told to one person: the inbox row. Written once while following a feed or by the reminder round; nothing but `readAt`
 * ever changes. A repeated telling meets the unique index.
 */
@Entity('message')
@Index('message_once', ['eventKey', 'recipientId'], { unique: true })
@Index('message_inbox', ['recipientId', 'id'])
@Index('message_unread', ['recipientId', 'readAt', 'id'])
export class Message {
  /** uuid v7, so the inbox is read in the order of telling. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' })
  eventKey!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  recipientId!: string;

  /** `submission.return`, `digest`. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin' })
  kind!: string;

  @Column({ type: 'varchar', length: 400 })
  subject!: string;

  /** Business instant of the fact it tells. */
  @Column(instantColumn())
  at!: Instant;

  @Column({ type: 'json' })
  about!: About;

  @Column(instantColumn({ nullable: true }))
  readAt!: Instant | null;
}
