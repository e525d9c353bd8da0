import type { Instant, PlainDate, Rung } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One rung of one deadline for one person: the claim that comes before the sending, written by the reminder round. A repeated round
 * meets the unique index. Nothing in it ever changes: which digest told it follows from its recipient's digests.
 */
@Entity('reminder')
@Index('reminder_once', ['deadlineId', 'rung', 'recipientId'], { unique: true })
@Index('reminder_day', ['remindedOn', 'id'])
@Index('reminder_recipient', ['recipientId', 'id'])
export class Reminder {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'varchar', length: 80, charset: 'ascii', collation: 'ascii_bin' })
  deadlineId!: string;

  @Column({ type: 'varchar', length: 24, charset: 'ascii', collation: 'ascii_bin' })
  rung!: Rung;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  recipientId!: string;

  @Column({ type: 'date' })
  remindedOn!: PlainDate;

  /** `submission/<serial>`, `organiserApplication/<id>` … */
  @Column({ type: 'varchar', length: 80, charset: 'ascii', collation: 'ascii_bin' })
  subject!: string;

  /** The desk; null when the person himself has to act. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'date' })
  dueOn!: PlainDate;

  /** Past the calendar's horizon (P40). */
  @Column({ type: 'boolean', default: false })
  provisional!: boolean;

  @Column(instantColumn())
  notedAt!: Instant;
}
