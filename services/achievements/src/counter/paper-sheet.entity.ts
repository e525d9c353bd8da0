import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A summary sheet on paper, with the forms that it lists: handed in, received (S78, P28). Created by the first of the two; each is written once, and begun
 * anew where another sheet has taken its place.
 */
@Entity('paper_sheet')
export class PaperSheet {
  @PrimaryColumn('varchar', { length: 40 }) windowId!: string;
  @PrimaryColumn('varchar', { length: 64 }) organisationId!: string;
  /** Of the sheet. */
  @Column('char', { length: 64, nullable: true }) digest!: string | null;
  @Column(instantColumn({ nullable: true })) handedInAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) handedInBy!: string | null;
  @Column(instantColumn({ nullable: true })) receivedAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) receivedBy!: string | null;
}

/** Whether the paper is of the sheet that stands: after an extension another may have taken its place, and its paper is still to come. */
export const isPaperOf = (paper: PaperSheet, { digest }: { digest: string }): boolean => paper.digest === null || paper.digest === digest;
