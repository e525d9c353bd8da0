import { stageKinds, stuckReasons, submissionStates } from '@dengke/contract';
import type {
  Instant,
  StageKind,
  StandingCount,
  StuckReason,
  StuckSubmission,
  StuckWorkflow,
  StuckWorkflows,
  SubmissionState,
  UntoldFacts,
} from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length } from 'class-validator';

export class StandingCountDto implements StandingCount {
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: StageKind | null;
  @ApiProperty() open!: number;
  @ApiProperty() late!: number;
  @ApiProperty() escalated!: number;
  @ApiProperty() onHold!: number;
}

export class StuckSubmissionDto implements StuckSubmission {
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: Instant | null;
  @ApiProperty({ enum: stuckReasons, isArray: true }) reasons!: StuckReason[];
}

export class UntoldFactsDto implements UntoldFacts {
  @ApiProperty() subject!: string;
  @ApiProperty() facts!: number;
  @ApiProperty({ format: 'date-time' }) since!: Instant;
}

class StuckWorkflowDto implements StuckWorkflow {
  @ApiProperty() workflowId!: string;
  @ApiProperty() status!: string;
  @ApiProperty() because!: string;
}

export class StuckWorkflowsDto implements StuckWorkflows {
  @ApiProperty() looked!: number;
  @ApiProperty() more!: boolean;
  @ApiProperty({ type: [StuckWorkflowDto] }) stuck!: StuckWorkflow[];
}

/** Submissions wait for people; the other two are the house's own to mend. */
export class StandingStill {
  @ApiProperty({ type: [StuckSubmissionDto] }) submissions!: StuckSubmission[];
  @ApiProperty({ type: [UntoldFactsDto] }) untold!: UntoldFacts[];
  @ApiProperty({ type: StuckWorkflowsDto }) workflows!: StuckWorkflows;
}

export class IntakeOrderDto {
  @IsBoolean() paused!: boolean;
  @IsString() @Length(1, 100) operator!: string;
  @IsString() @Length(1, 500) reason!: string;
}

export class IntakeStandingDto {
  @ApiProperty() paused!: boolean;
}
