import { doors, stageKinds } from '@dengke/contract';
import type { Door, SeenStage, StageKind } from '@dengke/contract';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Min, ValidateNested } from 'class-validator';

/** The stage and round the caller saw; an act on anything else answers 409 with what stands now. */
export class SeenStageDto implements SeenStage {
  @IsOptional() @IsIn(stageKinds) stage!: StageKind | null;
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

export class SerialParam {
  @Matches(/^\d{4}-\d{6}$/) serial!: string;
}
