import { applicationLimits, noticeLimits, stageKinds } from '@dengke/contract';
import type { PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { MovedDeadlines } from '../deadlines/deadlines.dto';
import type { Awaited, LimitRule } from '../deadlines/limit-rule.entity';
import { IsPlainDate, Line } from '../drafts/registration-form.dto';

export const limited = [
  ...stageKinds,
  'returned',
  'publicity',
  'objection',
  'correction',
  ...applicationLimits,
  ...noticeLimits,
] as const satisfies Awaited[];
const units = ['workdays', 'days'] as const;

/** A limit from a day on, in the place of the one that holds then. */
export class SetLimitDto {
  @IsIn(limited) about!: Awaited;
  /** `*`, or for what alone it holds: the id of an organisation, and of submissions `window/<id>` or `category/<category>`. */
  @IsString() @Length(1, 64) @Matches(/^\S+$/) scope!: string;
  @IsInt() @Min(0) @Max(366) value!: number;
  @IsIn(units) unit!: LimitRule['unit'];
  /** The first day it holds; what began before keeps the limit it began with. */
  @IsPlainDate() effectiveFrom!: PlainDate;
  /** Where it stands: the letter, the notice, or that it is our own default. */
  @Line(200) @MinLength(1) source!: string;
}

/** Running waits, to go by a limit that was set after they began. */
export class MoveToLimitDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique() @Matches(/^\d{4}-\d{6}$/, { each: true }) serials!: string[];
  @IsString() @Length(1, 500) @Matches(/\S/) reason!: string;
}

export class LimitParam {
  @IsString() @Length(1, 40) @Matches(/^[\w-]+$/) id!: string;
}

export class LimitView implements LimitRule {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: limited }) about!: Awaited;
  @ApiProperty() value!: number;
  @ApiProperty({ enum: units }) unit!: LimitRule['unit'];
  @ApiProperty({ format: 'date' }) effectiveFrom!: PlainDate;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo!: PlainDate | null;
  @ApiProperty() source!: string;
  @ApiProperty() scope!: string;
}

export class LimitPreview {
  /** The row whose last day would be the day before; null: there was none of this scope. */
  @ApiProperty({ type: String, nullable: true }) supersedes!: string | null;
  /** Open deadlines that would move if they were moved to it; of themselves they keep what they have (P32). */
  @ApiProperty({ type: [MovedDeadlines] }) moves!: MovedDeadlines[];
  @ApiProperty() moved!: number;
}
