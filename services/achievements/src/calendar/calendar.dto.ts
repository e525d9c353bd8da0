import { calendarDayKinds } from '@dengke/contract';
import type { CalendarChange, CalendarDayChange, PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, MinLength, ValidateNested } from 'class-validator';
import { MovedDeadlines } from '../deadlines/deadlines.dto';
import { IsPlainDate, Line } from '../drafts/registration-form.dto';

export class CalendarDayDto implements CalendarDayChange {
  @IsPlainDate() date!: PlainDate;
  @IsIn(calendarDayKinds) kind!: CalendarDayChange['kind'];
  @Line(60) name!: string;
}

export class CalendarChangeDto implements CalendarChange {
  @IsInt() @Min(1) seenVersion!: number;
  @IsPlainDate() coveredTo!: PlainDate;
  @Line(200) @MinLength(1) sourceNotice!: string;
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique(({ date }: CalendarDayDto) => date)
  @ValidateNested({ each: true })
  @Type(() => CalendarDayDto)
  days!: CalendarDayDto[];
}

export class YearQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100) year!: number;
}

export class SpecialDay {
  @ApiProperty({ format: 'date' }) date!: PlainDate;
  @ApiProperty({ enum: ['off', 'makeup'] }) kind!: 'off' | 'makeup';
  @ApiProperty() name!: string;
  @ApiProperty() sourceNotice!: string;
}

/** The edition in force, and of one year the days that are not what their weekday says. */
export class CalendarView {
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date' }) coveredFrom!: PlainDate;
  /** The horizon: what is counted past it is provisional (P40). */
  @ApiProperty({ format: 'date' }) coveredTo!: PlainDate;
  @ApiProperty({ type: [SpecialDay] }) days!: SpecialDay[];
}

export class CalendarPreview {
  /** The edition this would be. */
  @ApiProperty() version!: number;
  /** The earliest day of which the edition says something else than the one before, December included (P41). */
  @ApiProperty({ format: 'date' }) firstChange!: PlainDate;
  @ApiProperty({ type: [MovedDeadlines] }) moves!: MovedDeadlines[];
  @ApiProperty() moved!: number;
}
