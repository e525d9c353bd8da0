import type { Evidence, Instant, RegistrationForm } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was submitted in one round, locked: form and evidence as they stood, with their digest (SM3). Never changes (P27). */
@Entity('submission_version')
export class SubmissionVersion {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('int') round!: number;
  @Column('json') form!: RegistrationForm;
  @Column('varchar', { length: 40 }) formSchema!: string;
  @Column('json') evidence!: Evidence[];
  @Column('char', { length: 64 }) digest!: string;
  @Column(instantColumn()) lockedAt!: Instant;
}
