import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When one person wants neither mail nor SMS, by the clock of Shanghai. What falls into these hours goes out at their end. */
@Entity('quiet_hours')
export class QuietHours {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  /** `22:00` */
  @Column({ type: 'char', length: 5, charset: 'ascii', collation: 'ascii_bin' })
  beginAt!: string;

  /** `07:00`, of the next day where it is earlier than the beginning. */
  @Column({ type: 'char', length: 5, charset: 'ascii', collation: 'ascii_bin' })
  endAt!: string;
}
