import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The paper of one version on its way to one reviewing desk of the route: handed in, received (P27, P28). Created by the first of the two acts. */
@Entity('paper_leg')
export class PaperLeg {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  /** Index into the submission's `legs` of the desk it goes to. */
  @PrimaryColumn('tinyint') position!: number;
  /** Its round. */
  @PrimaryColumn('int') version!: number;
  @Column(instantColumn({ nullable: true })) handedInAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) handedInBy!: string | null;
  @Column(instantColumn({ nullable: true })) receivedAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) receivedBy!: string | null;
}
