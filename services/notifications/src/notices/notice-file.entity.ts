import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/** An annex of a letter, or the scan that comes with an answer, beside the blob that holds it. Uploaded first, then bound once to one of them. */
@Entity('notice_file')
@Index('notice_file_annexes', ['noticeId', 'id'])
@Index('notice_file_scan', ['copyId', 'id'])
export class NoticeFile {
  @PrimaryColumn(id) id!: string;
  @Column(id) organisationId!: string;
  @Column(id) uploadedBy!: string;
  @Column(instantColumn()) uploadedAt!: Instant;
  @Column({ ...id, nullable: true }) noticeId!: string | null;
  @Column({ ...id, nullable: true }) copyId!: string | null;
  @Column({ type: 'varchar', length: 200 }) fileName!: string;
  /** As its content says, not as the browser said. */
  @Column({ type: 'varchar', length: 100 }) mediaType!: string;
  @Column({ type: 'int', unsigned: true }) bytes!: number;
  /** Of the content; also the blob's name. */
  @Column({ ...id, type: 'char' }) sha256!: string;
}
