import type { Category, Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What everybody may see of a submission in publicity (P33), and nothing more (P38): no contact, no evidence, no date of birth. Written when
 * publicity begins; later that it has left publicity is added, and taken off again when a suspicion of secrecy is cleared (P17), and its last day
 * follows the calendar (P40). The public list reads this table alone.
 */
@Entity('publicity_entry')
export class PublicityEntry {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 8 }) category!: Category;
  /** Names, the first unit first. */
  @Column('json') units!: string[];
  /** Names in their order. */
  @Column('json') completers!: string[];
  @Column('text') summary!: string;
  @Column('date') fromOn!: PlainDate;
  /** The last day on which an objection is in time. */
  @Column('date') toOn!: PlainDate;
  @Column(instantColumn({ nullable: true })) leftAt!: Instant | null;
}
