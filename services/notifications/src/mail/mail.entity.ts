import type { Instant, MessageTopic } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export const mailStates = ['waiting', 'sent', 'dead'] as const;
export type MailState = (typeof mailStates)[number];

/**
 * One mail to one person, written in the transaction of what it tells and handed to the mail server afterwards. Name and address are
 * read from the replica when it is sent. Text and key never change; a dead one (死信) stays to be looked at.
 */
@Entity('mail_outbox')
@Index('mail_once', ['eventKey', 'recipientId'], { unique: true })
@Index('mail_waiting', ['state', 'nextAttemptAt', 'id'])
export class Mail {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: number;

  @Column({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' })
  eventKey!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  recipientId!: string;

  @Column({ type: 'varchar', length: 400 })
  subject!: string;

  /** Plain text without greeting and close. */
  @Column({ type: 'text' })
  body!: string;

  /** Of the one-time link it hands over. Login and link are put into the text when it is sent, and stand in no table here. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  linkId!: string | null;

  /** Who issued that login, and is told where the link did not arrive. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  issuedBy!: string | null;

  /** What it is about, so that it can say how to leave it; null before there were topics. */
  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  topic!: MessageTopic | null;

  /** Business instant of what it tells, and the mail's date. */
  @Column(instantColumn())
  at!: Instant;

  @Column({ type: 'varchar', length: 8, charset: 'ascii', collation: 'ascii_bin' })
  state!: MailState;

  /** Answers that refused it, for now or for good; a mail server that is away does not count. */
  @Column({ type: 'int' })
  attempts!: number;

  /** How often it was handed over whole and no answer came: it may have arrived. Never more than two (docs/messages.md, “Once”). */
  @Column({ type: 'int' })
  unanswered!: number;

  /** Host time; also the end of the lease of the sender that holds it. */
  @Column(instantColumn())
  nextAttemptAt!: Instant;

  /** Business instant: the end of the quiet hours that it met. */
  @Column(instantColumn({ nullable: true }))
  notBefore!: Instant | null;

  /** Host time. */
  @Column(instantColumn({ nullable: true }))
  settledAt!: Instant | null;

  /** What the server said last, as a word: `550`, `no-address`, `no-answer`. Never its text, which may hold an address. */
  @Column({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  lastAnswer!: string | null;
}
