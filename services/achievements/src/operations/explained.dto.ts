import { stageKinds, submissionActs } from '@dengke/contract';
import type {
  EntryExplained,
  Instant,
  PendingActivity,
  PendingTimer,
  StageExplained,
  StageKind,
  SubmissionAct,
  SubmissionExplained,
  WorkflowLook,
  WorkflowProgress,
  WorkflowRun,
} from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { ExplainedDeadline } from '../deadlines/deadlines.dto';
import { ProgressDto } from '../submitting/submitting.dto';

class PendingTimerDto implements PendingTimer {
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) meaning!: string | null;
}

class PendingActivityDto implements PendingActivity {
  @ApiProperty() activity!: string;
  @ApiProperty() attempt!: number;
  @ApiProperty({ type: String, nullable: true }) failure!: string | null;
}

class WorkflowProgressDto implements WorkflowProgress {
  @ApiProperty() lastFact!: number;
  @ApiProperty() state!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) waitsUntil!: Instant | null;
  @ApiProperty() paused!: boolean;
}

class WorkflowRunDto implements WorkflowRun {
  @ApiProperty() workflowId!: string;
  @ApiProperty() runId!: string;
  @ApiProperty() status!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: Instant;
  @ApiProperty() historyLength!: number;
  @ApiProperty({ type: Number, nullable: true }) lastFact!: number | null;
  @ApiProperty({ type: [PendingActivityDto] }) activities!: PendingActivity[];
  @ApiProperty() taskAttempts!: number;
}

export class WorkflowLookDto extends WorkflowRunDto implements WorkflowLook {
  @ApiProperty({ type: WorkflowProgressDto, nullable: true }) progress!: WorkflowProgress | null;
  @ApiProperty({ type: [PendingTimerDto] }) timers!: PendingTimer[];
}

class StageExplainedDto implements StageExplained {
  @ApiProperty({ enum: stageKinds }) kind!: StageKind;
  @ApiProperty() round!: number;
  @ApiProperty() deskId!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) openedAt!: Instant | null;
  @ApiProperty({ type: String, nullable: true }) claimedBy!: string | null;
  @ApiProperty({ enum: submissionActs, nullable: true }) decision!: SubmissionAct | null;
  @ApiProperty({ type: String, nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Instant | null;
}

class EntryExplainedDto implements EntryExplained {
  @ApiProperty() number!: number;
  @ApiProperty() act!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty() state!: string;
  @ApiProperty({ type: String, nullable: true }) stage!: string | null;
}

/** What `npm run ops -- explain` prints. */
export class ExplainedSubmission implements SubmissionExplained {
  @ApiProperty() progress!: ProgressDto;
  @ApiProperty() unitId!: string;
  @ApiProperty() submitterId!: string;
  @ApiProperty({ type: String, nullable: true }) windowId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) escalatedAt!: Instant | null;
  @ApiProperty({ type: [StageExplainedDto] }) stages!: StageExplained[];
  @ApiProperty({ type: [ExplainedDeadline] }) deadlines!: ExplainedDeadline[];
  @ApiProperty({ type: [EntryExplainedDto] }) timeline!: EntryExplained[];
  @ApiProperty({ type: [Number] }) untold!: number[];
  @ApiProperty({ type: WorkflowLookDto, nullable: true }) workflow!: WorkflowLook | null;
}
