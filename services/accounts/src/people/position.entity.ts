import type { Instant, Role } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity';
import { Person } from './person.entity';

/**
 * One role of one person in one organisation; somebody may hold several and acts from one at a time. Granted by an act of the level
 * above, ended by another, never deleted or moved to somebody else; a deputy's has its end from the beginning. Unique indexes over generated columns (see the migrations): one living
 * super administrator per organisation (`position_one_super_admin`, S57), the same living role once per person (`position_once`), and one living
 * position among the separated ones per person (`position_one_separated`).
 */
@Entity('held_position')
@Index('position_by_organisation', ['organisationId'])
export class PositionRow {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'personId', foreignKeyConstraintName: 'position_person' })
  person!: Person;

  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  organisationId!: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisationId', foreignKeyConstraintName: 'position_organisation' })
  organisation!: Organisation;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  role!: Role;

  /** Business instant of the act that granted it. */
  @Column(instantColumn())
  grantedAt!: Instant;

  /** Business instant. It lives while this is null or, of a deputy, still to come. */
  @Column(instantColumn({ nullable: true }))
  endedAt!: Instant | null;

  /** The position a deputy stands in for. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  deputyOf!: string | null;

  @ManyToOne(() => PositionRow, { nullable: true })
  @JoinColumn({ name: 'deputyOf', foreignKeyConstraintName: 'position_deputy' })
  deputised!: PositionRow | null;
}
