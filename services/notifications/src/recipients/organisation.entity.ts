import type { OrganisationKind } from '@dengke/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Replica of an organisation or unit: what messages call it, and where it stands. Written only while following the feed of accounts;
 * a row is replaced whole, and none is removed.
 */
@Entity('organisation')
@Index('organisation_by_notice_parent', ['noticeParentId', 'id'])
export class Organisation {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 200 })
  name!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  kind!: OrganisationKind;

  /** Ids from the root of the credential tree down to this node. */
  @Column({ type: 'varchar', length: 600, charset: 'ascii', collation: 'ascii_bin' })
  path!: string;

  @Column({ type: 'varchar', length: 6, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  areaCode!: string | null;

  /** From whom its notices come (graph 3). */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  noticeParentId!: string | null;

  /** What is closed receives nothing any more. */
  @Column({ type: 'boolean' })
  closed!: boolean;
}
