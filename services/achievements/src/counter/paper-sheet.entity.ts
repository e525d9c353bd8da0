import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A summary sheet on paper, with the forms that it lists: handed in, received (S78, P28). Created by the first of the two; each is written once. */
@Entity('paper_sheet')
export class PaperSheet {
  @PrimaryColumn('varchar', { length: 40 }) windowId!: string;
  @PrimaryColumn('varchar', { length: 64 }) organisationId!: string;
  @Column(instantColumn({ nullable: true })) handedInAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) handedInBy!: string | null;
  @Column(instantColumn({ nullable: true })) receivedAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) receivedBy!: string | null;
}
