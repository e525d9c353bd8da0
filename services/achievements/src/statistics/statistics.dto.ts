import { stageKinds, stageRules } from '@dengke/contract';
import type { PlainDate, StageKind } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { cutKeys } from './cuts';
import type { Cut } from './cuts';
import type { DayCount, Spread } from './days';

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

export class DayCountDto implements DayCount {
  @ApiProperty() days!: number;
  @ApiProperty() count!: number;
}

export class SpreadDto implements Spread {
  @ApiProperty() least!: number;
  @ApiProperty() lower!: number;
  @ApiProperty() median!: number;
  @ApiProperty() upper!: number;
  @ApiProperty() most!: number;
}

/** One kind of stage. A submission counts once, however often it came there. */
export class StagePassage {
  @ApiProperty({ enum: stageKinds }) kind!: StageKind;
  @ApiProperty() reached!: number;
  @ApiProperty() passed!: number;
  /** Of them some have passed since. */
  @ApiProperty() returned!: number;
  @ApiProperty() waiting!: number;
  /** Whole days from coming there to the decision, of every round; null where nothing was decided. */
  @ApiProperty({ type: SpreadDto, nullable: true }) spread!: SpreadDto | null;
  @ApiProperty({ type: [DayCountDto] }) days!: DayCountDto[];
}

export class MonthCount {
  /** 2026-11, Asia/Shanghai. */
  @ApiProperty() month!: string;
  /** For the first time. */
  @ApiProperty() submitted!: number;
  @ApiProperty() registered!: number;
}

/** How what was submitted within one's part of the graphs goes along its route; without what is or may be classified (P17). */
export class PassageDto {
  @ApiProperty({ format: 'date' }) countedOn!: PlainDate;
  @ApiProperty() submitted!: number;
  /** Has its number, cancelled since or not. */
  @ApiProperty() registered!: number;
  /** Rejected, withdrawn or closed. */
  @ApiProperty() ended!: number;
  /** In the order of the route. */
  @ApiProperty({ type: [StagePassage] }) stages!: StagePassage[];
  @ApiProperty({ type: [MonthCount] }) months!: MonthCount[];
}
