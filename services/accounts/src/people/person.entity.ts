import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * A named human being (P8: no shared accounts). Created when a login is issued, or by seeding; mobile and mail are personal data and
 * leave this service masked, but for the other services.
 */
@Entity('person')
export class Person {
  /** uuid v7; of a demonstration person the id in the seed file. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  mobile!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  mail!: string | null;

  @VersionColumn({ type: 'int', unsigned: true })
  version!: number;
}
