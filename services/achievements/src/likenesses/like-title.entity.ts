import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Two submissions whose names are near each other, the lesser serial first, and how near in hundredths. Found when the later of them was submitted;
 * found anew when one of them is submitted again.
 */
@Entity('like_title')
export class LikeTitleRow {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @PrimaryColumn('varchar', { length: 20 }) other!: string;
  @Column('smallint') score!: number;
}
