import type { Door } from '@dengke/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organisation } from './organisation.entity';

/**
 * What only a completing unit has (level 4, S55), beside its row in `organisation`. Created with it; the code never changes.
 */
@Entity('unit')
@Index('unit_uscc', ['uscc'], { unique: true })
@Index('unit_by_organiser', ['organiserId'])
export class Unit {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  organisationId!: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisationId', foreignKeyConstraintName: 'unit_organisation' })
  organisation!: Organisation;

  /** 统一社会信用代码 (P43). */
  @Column({ type: 'char', length: 18, charset: 'ascii', collation: 'ascii_bin' })
  uscc!: string;

  /** enterprise, institute, university, hospital, other. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  unitKind!: string;

  /** The organiser it belongs to (P6, S61). */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  organiserId!: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organiserId', foreignKeyConstraintName: 'unit_organiser' })
  organiser!: Organisation;

  /** `energy` for the line of the provincial energy bureau (S22, S25), else null. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  field!: string | null;

  /** The doors of S25 it may use; with one, that one is taken whatever is asked. */
  @Column({ type: 'simple-array' })
  doors!: Door[];

  /** Whether its organiser is its own node (S54: enterprises that organise for themselves). */
  @Column({ type: 'boolean' })
  ownOrganiser!: boolean;

  /** A unit of one: the same person submits and releases, which is recorded. */
  @Column({ type: 'boolean' })
  singlePerson!: boolean;
}
