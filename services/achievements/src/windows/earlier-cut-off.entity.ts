import type { Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line's own, earlier cut-off in a window (S39), for one organisation of the route or one area. Fixed with the window. */
@Entity('earlier_cut_off')
export class EarlierCutOffRow {
  @PrimaryColumn('varchar', { length: 40 }) windowId!: string;
  @PrimaryColumn('int') position!: number;
  @Column('varchar', { length: 64, nullable: true }) organisationId!: string | null;
  /** Prefix of the unit's area code. */
  @Column('varchar', { length: 6, nullable: true }) areaCode!: string | null;
  @Column('date') cutOffOn!: PlainDate;
  @Column(instantColumn()) cutOffAt!: Instant;
}
