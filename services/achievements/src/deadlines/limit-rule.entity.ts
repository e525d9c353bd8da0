import type { ApplicationLimit, Category, NoticeLimit, PlainDate, StageKind } from '@dengke/contract';
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
  /** `*`, or for what alone it holds: the id of an organisation, `window/<id>`, `category/<category>`. */
  @Column('varchar', { length: 64 }) scope!: string;
}

/** Whose wait it is, as far as limits are made for it; a window's hold as long as the submission is in it. */
export interface Whose {
  organisationId?: string | null | undefined;
  windowId?: string | null | undefined;
  category?: Category | null | undefined;
}

/** The scopes that are about a wait, the closest first: the organisation's own, the window's, the category's, the general one. */
export function scopesOf({ organisationId, windowId, category }: Whose): string[] {
  const own = [organisationId, windowId && `window/${windowId}`, category && `category/${category}`, '*'];
  return own.filter((scope): scope is string => typeof scope === 'string' && scope !== '');
}

/** The rule of one wait: of a limit all days, or those that were left when it went on after an interruption. */
export const ruleOf = (limit: LimitRule, days: number | null): LimitRule => ({ ...limit, value: days ?? limit.value });
