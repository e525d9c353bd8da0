import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * A named human being (P8: no shared accounts). Created when a login is issued, or by seeding; mobile and mail are personal data and
 * leave this service masked, but for the other services.
 */
@Entity('person')
@Index('person_by_mobile', ['mobileIndex'])
export class Person {
  /** uuid v7; of a demonstration person the id in the seed file. */
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  /** Sealed (`PersonalData`), as the mail is. */
  @Column({ type: 'varchar', length: 160, nullable: true })
  mobile!: string | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  mail!: string | null;

  /** Keyed digest of the mobile, by which somebody is known again. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  mobileIndex!: string | null;

  @VersionColumn({ type: 'int', unsigned: true })
  version!: number;
}
