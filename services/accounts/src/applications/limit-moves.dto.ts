import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { applicationLimits } from '@dengke/contract';
import type { ApplicationLimit, ApplicationsAlike, PlainDate } from '@dengke/contract';
import { ReasonDto } from './applications.dto';

/** A running application, to go by another limit than the one it began with. */
export class MoveToLimitDto extends ReasonDto {
  /** A row of `GET /limits` that is about such applications. */
  @ApiProperty() @IsString() @Length(1, 40) @Matches(/^[\w-]+$/) limitId!: string;
}

export class RuleDto {
  @ApiProperty() readonly value!: number;
  @ApiProperty({ enum: ['workdays', 'days'] }) readonly unit!: 'workdays' | 'days';
  @ApiProperty() readonly source!: string;
}

export class ApplicationsAlikeDto implements ApplicationsAlike {
  @ApiProperty({ enum: applicationLimits }) readonly about!: ApplicationLimit;
  @ApiProperty() readonly deskId!: string;
  @ApiProperty({ format: 'date' }) readonly startOn!: PlainDate;
  @ApiProperty({ format: 'date' }) readonly dueOn!: PlainDate;
  @ApiProperty() readonly provisional!: boolean;
  @ApiProperty({ type: RuleDto }) readonly rule!: RuleDto;
  @ApiProperty({ type: String, nullable: true }) readonly limitId!: string | null;
  @ApiProperty() readonly extraDays!: number;
  @ApiProperty() readonly count!: number;
  @ApiProperty({ type: [String] }) readonly subjects!: string[];
}
