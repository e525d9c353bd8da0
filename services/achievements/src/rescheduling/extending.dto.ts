import { windowOutcomes } from '@dengke/contract';
import type { Instant, PlainDate, WindowOutcome } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Min, MinLength } from 'class-validator';
import { MovedDeadlines } from '../deadlines/deadlines.dto';
import { Line } from '../drafts/registration-form.dto';
import { day } from '../windows/windows.dto';

/** The system was down on a cut-off day: every cut-off of that day is on another from now on. */
export class ExtendWindowDto {
  /** As the window’s view had it; another is a conflict. */
  @IsInt() @Min(1) seenVersion!: number;
  @Line(500) @MinLength(1) reason!: string;
  /** The day on which nobody could work: of the window’s own cut-off, or of earlier ones of lines (S39). */
  @Matches(day) downOn!: PlainDate;
  @Matches(day) cutOffOn!: PlainDate;
  @Matches(day) paperFrom!: PlainDate;
  @Matches(day) paperTo!: PlainDate;
}

export class ListedSubmissions {
  @ApiProperty() count!: number;
  /** The first of them. */
  @ApiProperty({ type: [String] }) serials!: string[];
}

/** Submissions at one desk, or with completers or over (null), whose cut-off moves. */
export class ReopenedDesk extends ListedSubmissions {
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
  /** Where they stood at the old cut-off; null: that has not been settled. */
  @ApiProperty({ enum: windowOutcomes, nullable: true }) outcome!: WindowOutcome | null;
  @ApiProperty({ format: 'date-time' }) from!: Instant;
  @ApiProperty({ format: 'date-time' }) to!: Instant;
}

export class ExtensionPreview {
  @ApiProperty({ type: [ReopenedDesk] }) affected!: ReopenedDesk[];
  @ApiProperty() submissions!: number;
  /** Submitted since the old cut-off, into rolling intake: the window takes them, for it was open. */
  @ApiProperty() entering!: ListedSubmissions;
  /** Summary sheets that were frozen and will be anew. */
  @ApiProperty() sheets!: number;
  /** Limits that ended on that day, in the window or not: they end on the new one. */
  @ApiProperty({ type: [MovedDeadlines] }) limits!: MovedDeadlines[];
}
