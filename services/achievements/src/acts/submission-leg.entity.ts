import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which organisations take part in a submission: the legs of its route as rows, so that lists have their scope in SQL. Written at submit. */
@Entity('submission_leg')
export class SubmissionLeg {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('tinyint') position!: number;
  @Column('varchar', { length: 64 }) organisationId!: string;
}
