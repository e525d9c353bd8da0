import type { SkippedDay } from '@dengke/calendar';
import type { Instant, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Awaited } from './limit-rule.entity';

/**
 * How a wait ended: decided in its course; over with the submission, with the decision that had begun it and was taken back, or with a re-route to
 * another desk; or replaced by a newer row after a change of calendar, an interruption or a recall.
 * `paused`: the completer mends what was returned, or a suspicion of secrecy is examined.
 */
export const deadlineStates = ['open', 'paused', 'met', 'ended', 'superseded'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/**
 * One wait's deadline with all that explains it (P32, P39, P40). Created when the wait begins. Its days never change: a changed calendar makes
 * a new row. Its end is added later, and taken off again where it was late already when a suspicion interrupted it; whom it reminds may become another.
 */
@Entity('deadline')
export class Deadline {
  @PrimaryColumn('varchar', { length: 64 }) id!: string;
  @Column('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 16 }) about!: Awaited;
  @Column('int') round!: number;
  /** Whose desk is waited for; with a person it is that person of the unit. */
  @Column('varchar', { length: 64, nullable: true }) organisationId!: string | null;
  @Column('varchar', { length: 64, nullable: true }) personId!: string | null;
  @Column('varchar', { length: 40 }) limitId!: string;
  /** The days it counts where they are not the limit’s: what was left when it went on after an interruption, and what it was given since. */
  @Column('int', { nullable: true }) days!: number | null;
  /** Of them those by which it was extended. */
  @Column('int') extraDays!: number;
  @Column('date') startOn!: PlainDate;
  @Column('date') dueOn!: PlainDate;
  @Column(instantColumn()) dueAt!: Instant;
  @Column('boolean') provisional!: boolean;
  @Column('int') calendarVersion!: number;
  @Column('json') skipped!: SkippedDay[];
  @Column('varchar', { length: 12 }) state!: DeadlineState;
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
  @Column('varchar', { length: 64, nullable: true }) supersededBy!: string | null;
}
