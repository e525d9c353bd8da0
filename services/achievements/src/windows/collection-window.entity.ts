import type { Instant, PlainDate, WindowState } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * 集中受理 (P11). Created by a registrar's `announce`; its dates stand, its state is led on by its workflow. Whether a submission enters is judged by the
 * instants, not by the state, so a workflow that is behind shuts nobody out.
 */
@Entity('collection_window')
export class CollectionWindowRow {
  @PrimaryColumn('varchar', { length: 40 }) id!: string;
  @Column('varchar', { length: 80 }) name!: string;
  @Column('smallint') registrationYear!: number;
  /** Result period: the date achieved lies within, both days included. */
  @Column('date') resultFrom!: PlainDate;
  @Column('date') resultTo!: PlainDate;
  @Column('date') announcedOn!: PlainDate;
  @Column(instantColumn()) opensAt!: Instant;
  @Column('date') cutOffOn!: PlainDate;
  /** End of that day in Shanghai: the first instant that is too late (P12). */
  @Column(instantColumn()) cutOffAt!: Instant;
  @Column('date') paperFrom!: PlainDate;
  @Column('date') paperTo!: PlainDate;
  @Column('varchar', { length: 16 }) state!: WindowState;
  @VersionColumn() version!: number;
}
