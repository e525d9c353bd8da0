import { categories, intakeModes } from '@dengke/contract';
import type { Category, IntakeMode } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, MinLength } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';
import { SubmissionLine } from '../submissions/submissions.dto';

/** late: past its day; soon: due within seven days; mine: claimed by oneself; free: by nobody; again: mended after a return. */
export const queueViews = ['late', 'soon', 'mine', 'free', 'again'] as const;
export type QueueView = (typeof queueViews)[number];

export class QueueFilter {
  /** Words of the name, the unit's name or the serial, all of them. */
  @ApiPropertyOptional() @IsOptional() @Line(100) @MinLength(1) search?: string;
  @ApiPropertyOptional({ enum: Object.keys(categories) }) @IsOptional() @IsIn(Object.keys(categories)) category?: Category;
  @ApiPropertyOptional({ enum: intakeModes }) @IsOptional() @IsIn(intakeModes) mode?: IntakeMode;
}

export class QueueQuery extends QueueFilter {
  @ApiPropertyOptional({ enum: queueViews }) @IsOptional() @IsIn(queueViews) view?: QueueView;
  /** `next` of the page before. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z~\d{4}-\d{6}$/) after?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit: number = 100;
}

export class QueueLine extends SubmissionLine {
  @ApiProperty() late!: boolean;
}

export class QueuePage {
  /** What is due first comes first. */
  @ApiProperty({ type: [QueueLine] }) items!: QueueLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** How many wait at one's desk, and how many of them are what a view shows. */
export class QueueCounts implements Record<QueueView | 'all', number> {
  @ApiProperty() all!: number;
  @ApiProperty() late!: number;
  @ApiProperty() soon!: number;
  @ApiProperty() mine!: number;
  @ApiProperty() free!: number;
  @ApiProperty() again!: number;
}
