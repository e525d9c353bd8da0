import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A file that arrives in pieces and is not evidence yet. Created when somebody begins to send it; never changed, since how much has come is what
 * lies on disk; gone when it has become evidence, is given up, refused, or was not finished in time.
 */
@Entity('upload')
export class UnfinishedUpload {
  /** UUID version 7; also the name of the partial file. */
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 64 }) draftId!: string;
  /** Nobody else goes on with it. */
  @Column('varchar', { length: 64 }) personId!: string;
  /** Of the whole. */
  @Column('int') bytes!: number;
  /** Security time. */
  @Column(instantColumn()) expiresAt!: Instant;
}
