import type { FeedbackForm, Instant, NoticeReach, NoticeState, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;
const word = (length: number) => ({ ...id, length });

/**
 * One letter of one issuer on its way down the cascade (P4). Written when it is issued or forwards another, which it then encloses; what it says
 * and asks never changes. Only its standing does, by the acts of `noticeRules`.
 */
@Entity('notice')
@Index('notice_number', ['issuerId', 'documentNumber'], { unique: true })
@Index('notice_tree', ['rootId', 'path'])
@Index('notice_public', ['isPublic', 'state', 'id'])
export class Notice {
  @PrimaryColumn(id) id!: string;
  /** The letter that encloses no other, at the top of the cascade. */
  @Column(id) rootId!: string;
  /** The letter it encloses. */
  @Column({ ...id, nullable: true }) parentId!: string | null;
  /** Ids from the root down to this one. */
  @Column(word(600)) path!: string;
  @Column(id) issuerId!: string;
  @Column(id) issuedBy!: string;
  /** 文号; null for a letter that is passed on as it stands. */
  @Column({ type: 'varchar', length: 60, nullable: true }) documentNumber!: string | null;
  @Column({ type: 'varchar', length: 200 }) title!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'boolean' }) isPublic!: boolean;
  /** What it asks to be answered; null for nothing. */
  @Column({ ...word(20), nullable: true }) form!: FeedbackForm | null;
  /** The last day for answers, as the issuer set it. */
  @Column({ type: 'date', nullable: true }) dueOn!: PlainDate | null;
  @Column(word(12)) reach!: NoticeReach;

  @Column(word(12)) state!: NoticeState;
  @Column(instantColumn()) issuedAt!: Instant;
  @Column(instantColumn({ nullable: true })) dueAt!: Instant | null;
  @Column({ type: 'date', nullable: true }) urgedOn!: PlainDate | null;
  /** How many steps up the cascade it has come since it is late (P31). */
  @Column({ type: 'int', unsigned: true }) steps!: number;
  /** Up to which fact the addressees have been told. */
  @Column({ type: 'int', unsigned: true }) toldFact!: number;
  @Column({ type: 'int', unsigned: true }) lastFact!: number;
  @VersionColumn({ type: 'int', unsigned: true }) version!: number;
}
