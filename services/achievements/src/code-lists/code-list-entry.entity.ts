import type { PlainDate } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One entry of one edition of a code list of the registration form (成果水平, 学科分类, 国民经济行业 …). Created by the seed from the contract's `codeLists`. A
 * standard that changes comes as a new edition with its own effective day; the old one stays for the forms that were filled in under it.
 */
@Entity('code_list')
export class CodeListEntry {
  @PrimaryColumn('varchar', { length: 40 }) list!: string;
  @PrimaryColumn('varchar', { length: 40 }) edition!: string;
  @PrimaryColumn('varchar', { length: 20 }) code!: string;
  @Column('date') effectiveFrom!: PlainDate;
  /** Of the list, repeated in each entry. */
  @Column('varchar', { length: 80 }) title!: string;
  @Column('varchar', { length: 120 }) name!: string;
  /** The code of the list above that this one belongs under, e.g. the 门类 of a 大类. */
  @Column('varchar', { length: 20, nullable: true }) parent!: string | null;
  /** Place within the list, from 1. */
  @Column('int') position!: number;
}
