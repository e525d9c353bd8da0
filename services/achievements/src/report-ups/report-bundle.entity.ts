import type { Instant, ReportBundleState } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One bundle of what is reported up to the ministry's registry (P37). Opened by its first item, closed by its time or its size, then sealed, sent and
 * answered item by item. One at a time takes items: a generated column sees to it. The attempts tell people how sending goes; nothing depends on them.
 */
@Entity('report_bundle')
export class ReportBundle {
  /** `R-000017`. */
  @PrimaryColumn('varchar', { length: 20 }) id!: string;
  @Column('varchar', { length: 12 }) state!: ReportBundleState;
  @Column(instantColumn()) openedAt!: Instant;
  /** When it takes no more items. */
  @Column(instantColumn()) closesAt!: Instant;
  @Column('int') itemCount!: number;
  /** In vain since something last came back. */
  @Column('int') attempts!: number;
  @Column(instantColumn({ nullable: true })) triedAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) nextTryAt!: Instant | null;
  @Column('varchar', { length: 40, nullable: true }) lastFault!: string | null;
}
