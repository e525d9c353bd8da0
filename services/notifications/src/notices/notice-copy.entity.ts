import type { Instant, NoticeCopyState, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * A letter as one addressee has it: how far it has come there (P4). Written with the letter, one for each addressee; changed by the acts of
 * `noticeCopyRules` alone.
 */
@Entity('notice_copy')
@Index('notice_copy_once', ['noticeId', 'organisationId'], { unique: true })
@Index('notice_copy_received', ['organisationId', 'noticeId'])
@Index('notice_copy_waiting', ['answeredAt', 'id'])
export class NoticeCopy {
  @PrimaryColumn(id) id!: string;
  @Column(id) noticeId!: string;
  @Column(id) organisationId!: string;
  @Column({ ...id, length: 12 }) state!: NoticeCopyState;
  @Column(instantColumn()) sentAt!: Instant;
  @Column(instantColumn({ nullable: true })) readAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) signedAt!: Instant | null;
  /** When a letter that encloses it was first sent further down. */
  @Column(instantColumn({ nullable: true })) forwardedAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) answeredAt!: Instant | null;
  /** When the issuer was told that no answer had come in time. */
  @Column(instantColumn({ nullable: true })) escalatedAt!: Instant | null;
  /** The day on which it was urged by itself last. */
  @Column({ type: 'date', nullable: true }) urgedOn!: PlainDate | null;
  @VersionColumn({ type: 'int', unsigned: true }) version!: number;
}
