import type { PlainDate } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that is not what its weekday says: off, or a make-up workday (调休), with the notice it comes from. Belongs to one version of the calendar. */
@Entity('calendar_day')
export class CalendarDayRow {
  @PrimaryColumn('int') version!: number;
  @PrimaryColumn('date') day!: PlainDate;
  @Column('varchar', { length: 8 }) kind!: 'off' | 'makeup';
  @Column('varchar', { length: 60 }) name!: string;
  @Column('varchar', { length: 200 }) sourceNotice!: string;
}
