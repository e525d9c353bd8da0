import { stageRules } from '@dengke/contract';
import type { PlainDate, StageKind } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { cutKeys } from './cuts';
import type { Cut } from './cuts';

export class StatisticsQuery {
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,40}$/) window?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2999) registrationYear?: number;
  /** One of those below one’s own place on the routes, or oneself; of another there is nothing to count. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,64}$/) organisation?: string;
}

export class CodeCount {
  /** Null: the form does not say; of windows, rolling intake. */
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() count!: number;
}

export class CutCounts {
  @ApiProperty({ enum: cutKeys }) cut!: string;
  @ApiProperty() label!: string;
  /** What its counts add up to. */
  @ApiProperty({ enum: ['achievements', 'completers'] }) counts!: Cut['counts'];
  @ApiProperty() definition!: string;
  /** By code; null is the last. */
  @ApiProperty({ type: [CodeCount] }) values!: CodeCount[];
}

export class OrganisationCount {
  @ApiProperty({ enum: Object.keys(stageRules) }) kind!: StageKind;
  @ApiProperty() organisationId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() achievements!: number;
}

/** What is registered within one’s part of the graphs, and not cancelled. */
export class StatisticsDto {
  /** The day of the counting, Asia/Shanghai. */
  @ApiProperty({ format: 'date' }) countedOn!: PlainDate;
  @ApiProperty() achievements!: number;
  @ApiProperty() completers!: number;
  @ApiProperty({ type: [CutCounts] }) cuts!: CutCounts[];
  /** Oneself and those below on the routes: from the top down, the most first. One achievement counts at each organisation that it passed. */
  @ApiProperty({ type: [OrganisationCount] }) organisations!: OrganisationCount[];
}
