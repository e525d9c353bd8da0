import type { Instant, PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Min, MinLength, ValidateNested } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';
import { ActDto } from '../submitting/submitting.dto';
import { day, EarlierCutOffDto, windowId } from '../windows/windows.dto';

/** The dates from now on; what is over stays as it was. */
export class RescheduleDto {
  /** As the window’s view had it; another is a conflict. */
  @IsInt() @Min(1) seenVersion!: number;
  @Line(500) @MinLength(1) reason!: string;
  @Matches(day) opensOn!: PlainDate;
  @Matches(day) cutOffOn!: PlainDate;
  @Matches(day) paperFrom!: PlainDate;
  @Matches(day) paperTo!: PlainDate;
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EarlierCutOffDto)
  earlierCutOffs!: EarlierCutOffDto[];
}

export class CloseNowDto {
  @IsInt() @Min(1) seenVersion!: number;
  @Line(500) @MinLength(1) reason!: string;
}

/** Submissions at one desk, or with completers (null), whose cut-off moves. */
export class AffectedDesk {
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
  @ApiProperty({ format: 'date-time' }) from!: Instant;
  @ApiProperty({ format: 'date-time' }) to!: Instant;
  @ApiProperty() count!: number;
}

export class ReschedulePreview {
  @ApiProperty({ type: [AffectedDesk] }) affected!: AffectedDesk[];
  @ApiProperty() submissions!: number;
}

/** Into an open window, or without one into rolling intake. */
export class MoveDto extends ActDto {
  @IsOptional() @Matches(windowId) windowId?: string;
}
