import type { EvidenceKind, Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One piece of evidence of a draft (P20), beside the blob that holds its content. Created by an upload, after its blob; never changed, only
 * marked as removed, since a submitted version may name it (P27).
 */
@Entity('evidence')
export class EvidenceFile {
  /** UUID version 7. */
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 64 }) draftId!: string;
  @Column('varchar', { length: 32 }) kind!: EvidenceKind;
  /** Of the certificate, patent, standard, report or paper. */
  @Column('varchar', { length: 80 }) number!: string;
  /** Acceptance, evaluation, grant or publication: the date achieved is taken from here (P15). */
  @Column('date') issuedOn!: PlainDate;
  @Column('varchar', { length: 200 }) fileName!: string;
  /** As its content says, not as the browser said. */
  @Column('varchar', { length: 100 }) mediaType!: string;
  @Column('int') bytes!: number;
  /** Of the content; also the blob's name. */
  @Column('char', { length: 64 }) sha256!: string;
  @Column('varchar', { length: 64 }) addedBy!: string;
  @Column(instantColumn()) addedAt!: Instant;
  /** When it was found clean; null without a scanner, and while it waits for one. */
  @Column(instantColumn({ nullable: true })) scannedAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) removedAt!: Instant | null;
}
