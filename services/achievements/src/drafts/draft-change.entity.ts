import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One accepted change of one field of a draft: who, when, which version it made, and what stood there before. Written with the change, never
 * altered, gone with the draft. Read backwards it gives the form as anybody saw it, so that what two people changed is told apart.
 */
@Entity('draft_change')
export class DraftChange {
  @PrimaryColumn('varchar', { length: 64 }) draftId!: string;
  @PrimaryColumn('int') version!: number;
  /** `name`, `units`, or a cell of a row: `units.0.name`. */
  @PrimaryColumn('varchar', { length: 80 }) field!: string;
  /** `{ was }`, empty where nothing stood: a bare text would be read back as the number it may look like. */
  @Column('json') former!: object;
  @Column('varchar', { length: 64 }) changedBy!: string;
  @Column(instantColumn()) changedAt!: Instant;
}
