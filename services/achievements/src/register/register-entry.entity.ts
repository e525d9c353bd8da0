import type { Category, PlainDate, UnitKind } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One entry of the public register: what everybody may see of a registered achievement, and nothing more (P38). Written in the transaction that
 * gives the number (P34), or by an import of an earlier register; a correction and a cancellation change it, nothing removes it (P36). Public routes read this table alone.
 */
@Entity('register_entry')
export class RegisterEntry {
  @PrimaryColumn('char', { length: 12 }) number!: string;
  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 8 }) category!: Category;
  /** Names, the first unit first. */
  @Column('json') units!: string[];
  /** Names in their order. */
  @Column('json') completers!: string[];
  @Column('text') summary!: string;
  @Column('smallint') registrationYear!: number;
  @Column('date') approvedOn!: PlainDate;
  @Column('varchar', { length: 6 }) areaCode!: string;
  /** Of the first unit; null where accounts has not told. */
  @Column('varchar', { length: 20, nullable: true }) unitKind!: UnitKind | null;
  /** 国民经济行业门类 (GB/T 4754), a letter; null where the form has none. */
  @Column('char', { length: 1, nullable: true }) industrySection!: string | null;
  /** 一级学科 (GB/T 13745) of the discipline that is named first. */
  @Column('char', { length: 3, nullable: true }) discipline!: string | null;
  @Column('varchar', { length: 40, nullable: true }) windowId!: string | null;
  /** 已注销 (P36): it stays, with the mark and the day. */
  @Column('date', { nullable: true }) cancelledOn!: PlainDate | null;
  /** Of what was registered before this register was kept here: the day of its import; null for our own. */
  @Column('date', { nullable: true }) importedOn!: PlainDate | null;
  /** While somebody suspects that it is classified: nobody reads it (P17). For good where it was cancelled as that: then its number, mark and day are read. */
  @Column('boolean') withheld!: boolean;
}
