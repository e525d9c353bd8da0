import type { EntryStanding, Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One entry of a submitted form that names somebody who can be asked: another completing unit that is one of ours, a completer who is one of
 * the first unit's people, or one who is said to be of such another unit (P22, P23). Written at submit and again at each resubmission: the answer stands while the entry reads the same; whoever is taken out
 * while he disputes it stays here, without a place. Answered by whom it names and settled by acts alone.
 */
@Entity('named_entry')
export class NamedEntry {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  /** `unit/…` or `person/…` with the id in accounts; `completer/…` with a digest of unit, name and month of birth. */
  @PrimaryColumn('varchar', { length: 80 }) party!: string;
  /** `units.1`, `completers.0` of the newest version; null where that names the party no more. */
  @Column('varchar', { length: 20, nullable: true }) field!: string | null;
  /** SM3 of the entry with its rank. */
  @Column('char', { length: 64 }) digest!: string;
  @Column('varchar', { length: 12 }) standing!: EntryStanding;
  /** Of a completer of another unit: that unit, which says who he is. */
  @Column('varchar', { length: 64, nullable: true }) unitId!: string | null;
  /** And which of its people it has said: nobody's to know but that unit's and his own. */
  @Column('varchar', { length: 64, nullable: true }) personId!: string | null;
  @Column('varchar', { length: 64, nullable: true }) answeredBy!: string | null;
  @Column(instantColumn({ nullable: true })) answeredAt!: Instant | null;
}
