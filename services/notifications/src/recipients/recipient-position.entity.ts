import type { Instant, OrganisationKind, Role } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Replica of one living position of a recipient; all of a person's rows are replaced together, an ended position has none. */
@Entity('recipient_position')
@Index('position_desk', ['organisationId', 'role', 'personId'])
@Index('position_person', ['personId'])
export class RecipientPosition {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  positionId!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  organisationId!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  organisationKind!: OrganisationKind;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  role!: Role;

  /** Business instant at which a deputy's ends by itself; null for all others. */
  @Column(instantColumn({ nullable: true }))
  endsAt!: Instant | null;
}
