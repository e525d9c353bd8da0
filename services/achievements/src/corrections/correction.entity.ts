import type { CorrectableField, CorrectionState, CountedDay, Instant, PlainDate, RegisteredContent } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { OfficialDocument } from '../documents/official-documents.service';

/** One field of what is registered, as it was when the correction was asked for and as it shall be. */
export interface CorrectedField {
  field: CorrectableField;
  from: RegisteredContent[CorrectableField];
  to: RegisteredContent[CorrectableField];
}

/**
 * A request to correct what is registered (P36), with old and new values and its document. Created by the unit; afterwards changed by
 * `CorrectionActsService` alone. What is asked for never changes; a generated column lets one correction of a registration be open.
 */
@Entity('correction')
export class Correction {
  /** UUID version 7. */
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 64 }) unitId!: string;
  /** The department that decides. */
  @Column('varchar', { length: 64 }) deskId!: string;
  @Column('varchar', { length: 12 }) registrationNumber!: string;
  @Column('json') changes!: CorrectedField[];
  @Column('json') document!: OfficialDocument;
  @Column('varchar', { length: 64 }) askedBy!: string;
  @Column(instantColumn()) askedAt!: Instant;

  @Column('varchar', { length: 12 }) state!: CorrectionState;
  /** The department's limit with what explains it (P32, P39, P40); kept when it is over. */
  @Column('json') due!: CountedDay;
  @Column('date') startOn!: PlainDate;
  @Column('date') dueOn!: PlainDate;
  /** When the department is late; null once it was escalated, and when it is over. */
  @Column(instantColumn({ nullable: true })) dueAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) escalatedAt!: Instant | null;
  /** The version of the certificate that it brought about. */
  @Column('int', { nullable: true }) certificateVersion!: number | null;
  @Column('int') lastFact!: number;
  @Column(instantColumn()) lastAt!: Instant;
  @VersionColumn() version!: number;
}
