import { applicationLimits, stageKinds, submissionActs } from '@dengke/contract';
import type { CountedDay, DeadlineExplained, Instant, PlainDate, SubmissionAct } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { SerialParam } from '../submitting/submitting.dto';
import { deadlineStates } from './deadline.entity';
import type { DeadlineState } from './deadline.entity';
import { pauseReasons } from './pauses';
import type { Pause, PauseReason } from './pauses';
import type { Awaited } from './limit-rule.entity';

const waits = [...stageKinds, 'returned', 'publicity', 'objection'] as const;

/** Open deadlines that move from one day to another. */
export class MovedDeadlines {
  @ApiProperty({ enum: [...waits, 'correction', ...applicationLimits] }) about!: Awaited;
  @ApiProperty({ format: 'date' }) from!: PlainDate;
  @ApiProperty({ format: 'date' }) to!: PlainDate;
  /** Whether the new day is settled by the edition, or still lies past its horizon. */
  @ApiProperty() provisional!: boolean;
  @ApiProperty() count!: number;
  /** The first of them: serials of submissions, of corrections those of their registrations, of applications their subjects. */
  @ApiProperty({ type: [String] }) serials!: string[];
}

export class LimitDto {
  @ApiProperty() value!: number;
  @ApiProperty({ enum: ['workdays', 'days'] }) unit!: 'workdays' | 'days';
  @ApiProperty() source!: string;
}

export class SkippedDayDto {
  @ApiProperty({ format: 'date' }) date!: PlainDate;
  @ApiProperty({ enum: ['weekend', 'holiday'] }) reason!: 'weekend' | 'holiday';
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
}

export class DeadlineParam extends SerialParam {
  @IsString() @Length(1, 64) @Matches(/^[\w-]+$/) id!: string;
}

/** A due day with all that leads to it, of what has no stage of a route (P32, P39, P40). */
export class CountedDayDto implements CountedDay {
  @ApiProperty({ format: 'date' }) startOn!: PlainDate;
  @ApiProperty({ format: 'date' }) dueOn!: PlainDate;
  @ApiProperty({ format: 'date-time' }) dueAt!: Instant;
  @ApiProperty() provisional!: boolean;
  @ApiProperty({ type: LimitDto }) rule!: LimitDto;
  @ApiProperty({ type: [SkippedDayDto] }) skipped!: SkippedDayDto[];
  @ApiProperty() calendarVersion!: number;
  @ApiPropertyOptional() limitId?: string;
  @ApiPropertyOptional({ description: 'Beside the rule’s: those by which it was extended' }) extraDays?: number;
}

/** The day that counts: the limit's, or the last before the window's cut-off where that comes first. */
export class BindingDayDto {
  @ApiProperty({ format: 'date' }) on!: PlainDate;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ enum: ['limit', 'cut-off'] }) because!: 'limit' | 'cut-off';
}

/** Why it stands in the place of another row: extended, counted anew, or gone on after a pause or a recall. */
export class DeadlineChange {
  @ApiProperty({ enum: submissionActs }) act!: SubmissionAct;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ format: 'date' }) previousDueOn!: PlainDate;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

/** Time did not run for whoever had it; it went on with the days that were left. Publicity’s end stands meanwhile: only what follows it waits (P33). */
export class PauseDto implements Pause {
  @ApiProperty({ enum: pauseReasons }) because!: PauseReason;
  @ApiProperty({ format: 'date-time' }) from!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) until!: Instant | null;
}

/** A deadline with all that leads to it; `dueOn` and `dueAt` are the limit's alone. */
export class ExplainedDeadline implements DeadlineExplained {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: waits }) about!: Awaited;
  @ApiProperty() round!: number;
  @ApiProperty() binding!: BindingDayDto;
  @ApiProperty({ format: 'date' }) dueOn!: PlainDate;
  @ApiProperty({ format: 'date-time' }) dueAt!: Instant;
  @ApiProperty() provisional!: boolean;
  @ApiProperty() rule!: LimitDto;
  /** The days it counts where they are not the rule’s: what was left when it went on after an interruption, and what it was given since. */
  @ApiProperty({ type: Number, nullable: true }) days!: number | null;
  /** Of them those by which it was extended. */
  @ApiProperty() extraDays!: number;
  @ApiProperty({ type: DeadlineChange, nullable: true }) change!: DeadlineChange | null;
  @ApiProperty({ type: [PauseDto] }) pauses!: PauseDto[];
  @ApiProperty({ format: 'date' }) startOn!: PlainDate;
  @ApiProperty({ type: [SkippedDayDto] }) skipped!: SkippedDayDto[];
  /** Weekend days that counted, because they are worked (调休). */
  @ApiProperty({ type: [String] }) madeUp!: PlainDate[];
  @ApiProperty() calendarVersion!: number;
  /** The last day that edition of the calendar knows (P40). */
  @ApiProperty({ format: 'date' }) coveredTo!: PlainDate;
  @ApiProperty({ enum: deadlineStates }) state!: DeadlineState;
}
