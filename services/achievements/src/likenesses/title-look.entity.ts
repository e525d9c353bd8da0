import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * That one round of a submission was compared with all names there were. Written by one replica at a time, so the ids follow the commits and
 * the other replicas read on from the last they know.
 */
@Entity('title_look')
export class TitleLook {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column('varchar', { length: 20 }) serial!: string;
  @Column('int') round!: number;
}
