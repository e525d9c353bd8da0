import type { LikenessVerdict } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What was said last of a submission and one that is like it, and the ledger entry that says who, when and why. Written by the act alone; gone when a
 * resubmission brings another name or other numbers, since then something else is to be judged.
 */
@Entity('likeness_judgement')
export class LikenessJudgement {
  /** The one that lay at the desk: a duplicate is this one, never the other. */
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('varchar', { length: 20 }) other!: string;
  @Column('varchar', { length: 12 }) verdict!: LikenessVerdict;
  @Column('int') fact!: number;
}
