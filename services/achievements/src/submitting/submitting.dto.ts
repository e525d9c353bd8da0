import { doors, intakeModes, itemOutcomes, stageKinds, submissionStates } from '@dengke/contract';
import type { Door, Instant, IntakeMode, ItemAnswer, ItemOutcome, Progress, SeenStage, StageKind, SubmissionState } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Min, ValidateNested } from 'class-validator';

/** The stage and round the caller saw; an act on anything else answers 409 with what stands now. */
export class SeenStageDto implements SeenStage {
  @ApiProperty({ enum: stageKinds, nullable: true }) @IsOptional() @IsIn(stageKinds) stage!: StageKind | null;
  @IsInt() @Min(1) round!: number;
}

export class SubmitDto {
  /** 受理渠道 where a unit has two doors (S25). */
  @IsOptional() @IsIn(doors) door?: Door;
}

export class ActDto {
  @IsOptional() @ValidateNested() @Type(() => SeenStageDto) seen?: SeenStageDto;
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export class ItemAnswerDto implements ItemAnswer {
  /** Id of the returned item, as the timeline and `GET …/mending` have it. */
  @Matches(/^\d{1,3}-\d{1,3}$/) item!: string;
  @IsIn(itemOutcomes) outcome!: ItemOutcome;
  @IsString() @Length(1, 1000) words!: string;
}

export class ResubmitDto {
  @IsOptional() @ValidateNested() @Type(() => SeenStageDto) seen?: SeenStageDto;
  /** One to each item of the return. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ItemAnswerDto) answers?: ItemAnswerDto[];
}

/** What every act answers: where the submission stands since. */
export class ProgressDto implements Progress {
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: StageKind | null;
  @ApiProperty() round!: number;
  @ApiProperty({ enum: intakeModes }) mode!: IntakeMode;
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: Instant | null;
  /** Past the horizon of the calendar (P40). */
  @ApiProperty() dueProvisional!: boolean;
  @ApiProperty({ type: String, nullable: true }) registrationNumber!: string | null;
  @ApiProperty() lastFact!: number;
}

export const serialPattern = /^\d{4}-\d{6}$/;
/** That, or of what was registered before and imported. */
export const likeSerialPattern = /^(\d{4}|I)-\d{6}$/;
export class SerialParam {
  @Matches(serialPattern) serial!: string;
}
