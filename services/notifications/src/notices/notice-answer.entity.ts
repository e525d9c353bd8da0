import type { FeedbackForm, Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/** What one addressee answered: its form as it was filled in (S15–S19, P5). Written once, with the act; the seal's scan is a `NoticeFile`. */
@Entity('notice_answer')
export class NoticeAnswer {
  @PrimaryColumn(id) copyId!: string;
  @Column({ ...id, length: 20 }) form!: FeedbackForm;
  /** JSON of all boxes by their ids, sealed: names, mobiles and mails of people. */
  @Column({ type: 'text' }) filledIn!: string;
  @Column(instantColumn()) answeredAt!: Instant;
  @Column(id) answeredBy!: string;
}
