import type { Instant, StageKind, SubmissionAct } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One stage of one round of a submission: whose desk, since when, who opened, claimed and decided it. Created when the stage opens; a decided row
 * changes no more, unless its own decider, or the super administrator of that desk, recalls the decision.
 */
@Entity('submission_stage')
export class SubmissionStage {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('tinyint') position!: number;
  @PrimaryColumn('int') round!: number;
  @Column('varchar', { length: 16 }) kind!: StageKind;
  @Column('varchar', { length: 64 }) deskId!: string;
  @Column(instantColumn()) startedAt!: Instant;
  @Column(instantColumn({ nullable: true })) openedAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) openedBy!: string | null;
  @Column('varchar', { length: 64, nullable: true }) claimedBy!: string | null;
  @Column('varchar', { length: 20, nullable: true }) decision!: SubmissionAct | null;
  @Column('varchar', { length: 64, nullable: true }) decidedBy!: string | null;
  /** Whom the decider stood in for as a deputy: it counts as that one's decision too (P30). */
  @Column('varchar', { length: 64, nullable: true }) decidedFor!: string | null;
  @Column(instantColumn({ nullable: true })) decidedAt!: Instant | null;
}
