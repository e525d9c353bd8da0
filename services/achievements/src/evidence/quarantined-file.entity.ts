import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Content in which a virus was found: it lies in the quarantine folder, and whoever brings it again is refused. Created by the scan, with an
 * entry in the ledger for the administrator; never changed. Another person's copy adds no second row.
 */
@Entity('quarantined_file')
export class QuarantinedFile {
  @PrimaryColumn('varchar', { length: 64 }) sha256!: string;
  /** As clamd calls it. */
  @Column('varchar', { length: 200 }) signature!: string;
  /** Empty for a file of an objection, and for the document of an act. */
  @Column('varchar', { length: 64 }) draftId!: string;
  /** Who brought it first; empty for somebody without an account. */
  @Column('varchar', { length: 64 }) personId!: string;
  @Column(instantColumn()) foundAt!: Instant;
}
