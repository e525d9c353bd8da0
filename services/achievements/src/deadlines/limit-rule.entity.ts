import type { ApplicationLimit, NoticeLimit, PlainDate, StageKind } from '@dengke/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What may be waited for: a desk of the route, the completer after a return, the end of publicity, the registrar with an objection, the department with
 * a correction, a desk of accounts with an application, the receipt of a letter.
 */
export type Awaited = StageKind | 'returned' | 'publicity' | 'objection' | 'correction' | ApplicationLimit | NoticeLimit;

/** One limit (P31, P32): how long a wait may last, since when, on what ground, for whom. What is running keeps the row it started with. */
@Entity('limit_rule')
export class LimitRule {
  @PrimaryColumn('varchar', { length: 40 }) id!: string;
  @Column('varchar', { length: 16 }) about!: Awaited;
  @Column('int') value!: number;
  @Column('varchar', { length: 10 }) unit!: 'workdays' | 'days';
  @Column('date') effectiveFrom!: PlainDate;
  /** The last day it is in force; null while it is. */
  @Column('date', { nullable: true }) effectiveTo!: PlainDate | null;
  @Column('varchar', { length: 200 }) source!: string;
  /** `*`, or the organisation for which alone it holds. */
  @Column('varchar', { length: 64 }) scope!: string;
}

/** The rule of one wait: of a limit all days, or those that were left when it went on after an interruption. */
export const ruleOf = (limit: LimitRule, days: number | null): LimitRule => ({ ...limit, value: days ?? limit.value });
