import type { Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One edition of the working-day calendar and the days it covers (P40). Loading a year makes a new one; old ones stay, for they explain old deadlines. */
@Entity('calendar_version')
export class CalendarVersion {
  @PrimaryColumn('int') version!: number;
  @Column('date') coveredFrom!: PlainDate;
  @Column('date') coveredTo!: PlainDate;
  @Column(instantColumn()) loadedAt!: Instant;
  @Column('varchar', { length: 200 }) source!: string;
}
