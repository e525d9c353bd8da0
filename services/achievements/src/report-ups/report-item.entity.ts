import type { Instant, PlainDate, ReportItemState, ReportKind } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One thing reported up in a bundle: that it is registered, or what is other since. Created in the transaction of the act that it tells of, or of the
 * answer that it waited for; answered once. Of a submission one item waits at most, whatever the bundle: a generated column sees to it.
 */
@Entity('report_item')
export class ReportItem {
  /** `<serial>-<number of the act that reported it>`: the same on every retry, another for a report mended and sent anew. */
  @PrimaryColumn('varchar', { length: 40 }) id!: string;
  @Column('varchar', { length: 20 }) bundleId!: string;
  /** Its place in the bundle, from 1. */
  @Column('int') position!: number;
  @Column('varchar', { length: 16 }) kind!: ReportKind;
  @Column('varchar', { length: 20 }) serial!: string;
  /** The version that is registered. */
  @Column('int') round!: number;
  /** Of the certificate: what is registered as this item tells it. */
  @Column('int') certificateVersion!: number;
  @Column('char', { length: 12 }) registrationNumber!: string;
  @Column('date') approvedOn!: PlainDate;
  @Column(instantColumn()) collectedAt!: Instant;
  @Column('varchar', { length: 16 }) state!: ReportItemState;
  @Column(instantColumn({ nullable: true })) answeredAt!: Instant | null;
  /** The registry's own number for what it has taken in. */
  @Column('varchar', { length: 80, nullable: true }) receipt!: string | null;
}
