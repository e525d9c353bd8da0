import { windowOutcomes } from '@dengke/contract';
import type { PlainDate, WindowOutcome } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { MovedDeadlines } from '../deadlines/deadlines.dto';
import { day } from '../windows/windows.dto';
import type { Away } from './projection';

/** By what the desks are supposed to go: as they have worked until now, or to the last day of their limits. */
export const paces = ['as-until-now', 'whole-limit'] as const;
export type Pace = (typeof paces)[number];

export class AwayDto implements Away {
  @IsString() @Length(1, 64) @Matches(/^[\w-]+$/) organisationId!: string;
  @Matches(day) from!: PlainDate;
  /** The last day; sixty days at most. */
  @Matches(day) to!: PlainDate;
}

/** What is supposed, one thing or several at once; nothing of it is stored. */
export class SuppositionDto {
  /** Another day for the window's cut-off. */
  @IsOptional() @Matches(day) cutOffOn?: PlainDate;
  /** More days off. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ArrayUnique() @Matches(day, { each: true }) daysOff?: PlainDate[];
  /** Nobody of an organisation decides on these days; on the working day after them they do what they would have done. */
  @IsOptional() @ValidateNested() @Type(() => AwayDto) away?: AwayDto;
  @IsOptional() @IsIn(paces) pace?: Pace;
}

export class OutcomeCount {
  @ApiProperty({ enum: windowOutcomes }) outcome!: WindowOutcome;
  @ApiProperty() count!: number;
}

export class ProjectedDto {
  /** When the department would have it; null: with its completer, of whom nothing is supposed. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) on!: PlainDate | null;
  @ApiProperty({ enum: windowOutcomes }) outcome!: WindowOutcome;
}

export class ChangedSubmission {
  @ApiProperty() serial!: string;
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
  @ApiProperty({ type: ProjectedDto }) before!: ProjectedDto;
  @ApiProperty({ type: ProjectedDto }) after!: ProjectedDto;
}

/** How long a desk has taken until now: the median of its last decisions, in working days. */
export class DeskPace {
  @ApiProperty() organisationId!: string;
  @ApiProperty() workdays!: number;
  @ApiProperty() decisions!: number;
}

/** A difference of outcomes: how the window would come out as it is, and how as is supposed. */
export class WhatIfAnswer {
  @ApiProperty({ enum: paces }) pace!: Pace;
  @ApiProperty({ format: 'date' }) today!: PlainDate;
  /** Where what the window still binds would stand at its cut-off. */
  @ApiProperty({ type: [OutcomeCount] }) before!: OutcomeCount[];
  @ApiProperty({ type: [OutcomeCount] }) after!: OutcomeCount[];
  @ApiProperty() changed!: number;
  /** Of them the first two hundred, those that come out otherwise before those that only come on another day. */
  @ApiProperty({ type: [ChangedSubmission] }) changes!: ChangedSubmission[];
  /** Open deadlines that would end on another day, of everything that waits: with more days off. */
  @ApiProperty({ type: [MovedDeadlines] }) deadlines!: MovedDeadlines[];
  /** Open deadlines of the desk that is away that would fall due meanwhile. */
  @ApiProperty({ type: [String] }) lateMeanwhile!: string[];
  /** Where a desk has decided before; the others are supposed to take their limit. */
  @ApiProperty({ type: [DeskPace] }) desks!: DeskPace[];
}
