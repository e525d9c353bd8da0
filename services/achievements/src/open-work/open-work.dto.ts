import { stageKinds, submissionStates } from '@dengke/contract';
import type { OpenSubmission, StageKind, SubmissionState } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

export class OpenWorkQuery {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5000) @IsString({ each: true }) @MaxLength(64, { each: true }) organisationIds!: string[];
}

export class OpenSubmissionDto implements OpenSubmission {
  @ApiProperty() serial!: string;
  @ApiProperty() unitId!: string;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: StageKind | null;
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
}

export class OpenWork {
  /** The first of them, by serial. */
  @ApiProperty({ type: [OpenSubmissionDto] }) submissions!: OpenSubmission[];
  @ApiProperty() submissionCount!: number;
  @ApiProperty() draftCount!: number;
}
