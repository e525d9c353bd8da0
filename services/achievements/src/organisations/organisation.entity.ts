import type { OrganisationKind, UnitKind } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation or unit as accounts last told it: for names on sheets, scopes and statistics. Written from accounts' feed only. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 16 }) kind!: OrganisationKind;
  /** Of a completing unit: enterprise, university … */
  @Column('varchar', { length: 20, nullable: true }) unitKind!: UnitKind | null;
  @Column('varchar', { length: 6, nullable: true }) areaCode!: string | null;
  @Column('varchar', { length: 600 }) path!: string;
  @Column('boolean') closed!: boolean;
  /** Who took over what a closed one left. */
  @Column('varchar', { length: 64, nullable: true }) successorId!: string | null;
  /** accounts' version of it; an older one never overwrites a newer. */
  @Column('int') version!: number;
}
