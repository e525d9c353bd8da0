import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Whether one person's deadlines can be read as a calendar, and at which address: its number goes up with each new one, so an old address never
 * opens again. Written by himself; the address itself stands nowhere.
 */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @Column({ type: 'int', unsigned: true })
  number!: number;

  @Column({ type: 'boolean' })
  open!: boolean;
}
