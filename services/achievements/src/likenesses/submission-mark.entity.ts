import { Entity, PrimaryColumn } from 'typeorm';
import type { MarkKind } from './marks';

/**
 * A number that names what a submission rests on, as it is compared: one patent, one standard, one project. Written in the transaction of submit, and
 * anew with each resubmission; two submissions with one mark are shown side by side (P19).
 */
@Entity('submission_mark')
export class SubmissionMark {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('varchar', { length: 32 }) kind!: MarkKind;
  @PrimaryColumn('varchar', { length: 80 }) value!: string;
}
