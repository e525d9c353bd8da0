import { stageRules } from '@dengke/contract';
import type { Instant, PlainDate, SubmissionAct } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsPlainDate } from '../drafts/registration-form.dto';
import { SubmissionLine } from '../submissions/submissions.dto';

/** What a desk may have decided; the department also that it reports once more. */
const outcomes: readonly SubmissionAct[] = [
  ...new Set([...Object.values(stageRules).flatMap(({ decides }) => decides), 'reportAgain' as const]),
];

export class DecidedQuery {
  @ApiPropertyOptional({ enum: outcomes }) @IsOptional() @IsIn(outcomes) outcome?: SubmissionAct;
  /** Only what one decided oneself, or a deputy in one’s stead. */
  @ApiPropertyOptional()
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsIn([true])
  mine?: true;
  /** From this day on, in Asia/Shanghai. */
  @ApiPropertyOptional({ type: String, format: 'date' }) @IsOptional() @IsPlainDate() from?: PlainDate;
  /** Up to this day, included. */
  @ApiPropertyOptional({ type: String, format: 'date' }) @IsOptional() @IsPlainDate() to?: PlainDate;
  /** `next` of the page before. */
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z~\d{4}-\d{6}~\d{1,3}~\d{1,6}$/)
  after?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit: number = 50;
}

/** What was decided, and where it stands now. */
export class DecidedLine extends SubmissionLine {
  @ApiProperty({ enum: outcomes }) decision!: SubmissionAct;
  @ApiProperty({ format: 'date-time' }) decidedAt!: Instant;
  /** Null where the ministry’s registry answered. */
  @ApiProperty({ type: String, nullable: true }) decidedBy!: string | null;
  /** The round that was decided; `round` is the present one. */
  @ApiProperty() decidedRound!: number;
}

export class DecidedPage {
  /** The newest decision first. */
  @ApiProperty({ type: [DecidedLine] }) items!: DecidedLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
