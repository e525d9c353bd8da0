import { RetentionDto } from '@dengke/service-kit';
import { categories, stageKinds, submissionActs, submissionStates, windowOutcomes } from '@dengke/contract';
import type { Evidence, Instant, RegistrationForm, RouteLeg, StageKind, SubmissionState } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { PaperWay } from '../acts/paper';
import { actsOnLate } from '../acts/permission';
import type { ActOnLate } from '../acts/permission';
import { FormProperty } from '../drafts/registration-form.dto';
import { EvidenceDto } from '../evidence/evidence.dto';
import { ProgressDto } from '../submitting/submitting.dto';
import { windowId } from '../windows/windows.dto';

export class ListQuery {
  @IsOptional() @IsIn(Object.keys(submissionStates)) state?: SubmissionState;
  @IsOptional() @Matches(windowId) window?: string;
  /** What is registered under this number 登记号. */
  @IsOptional() @Matches(/^\d{3}(19|20)\d{2}[YJR]\d{4}$/) number?: string;
  /** Only what somebody is late with. */
  @ApiPropertyOptional()
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsIn([true])
  late?: true;
  @IsOptional() @Matches(/^\d{4}-\d{6}$/) cursor?: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 50;
}

export class SubmissionLine extends ProgressDto {
  /** Null while a suspicion of secrecy is examined, and for good where it was right. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty() unitId!: string;
  @ApiProperty() unitName!: string;
  /** Of the desk it waits at. */
  @ApiProperty({ type: String, nullable: true }) deskName!: string | null;
  @ApiProperty({ enum: Object.keys(categories) }) category!: string;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ type: String, nullable: true }) windowId!: string | null;
  @ApiProperty({ type: String, nullable: true }) claimedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) firstSubmittedAt!: Instant;
  /** When the next desk was told that the present wait is late (P31). */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) escalatedAt!: Instant | null;
  /** Where only what is late was asked for: what the caller may do about it. */
  @ApiPropertyOptional({ enum: actsOnLate, isArray: true }) permitted?: ActOnLate[];
}

export class SubmissionList {
  @ApiProperty({ type: [SubmissionLine] }) items!: SubmissionLine[];
  /** Serial to continue after; null at the end. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class PaperProgress {
  @ApiProperty() version!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handedInAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) receivedAt!: Instant | null;
}

export class LegProgress implements RouteLeg {
  @ApiProperty({ enum: stageKinds }) kind!: StageKind;
  @ApiProperty() organisationId!: string;
  @ApiProperty() position!: number;
  @ApiProperty({ enum: submissionActs, nullable: true }) decision!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) openedAt!: Instant | null;
  @ApiProperty({ type: String, nullable: true }) claimedBy!: string | null;
  /** Of the version that stands. */
  @ApiProperty({ type: PaperProgress, nullable: true }) paper!: PaperProgress | null;
  /** Of those before, the oldest first: none of it counts for the one that stands. */
  @ApiProperty({ type: [PaperProgress] }) earlierPaper!: PaperProgress[];
}

/** Where the paper of the version that stands is, and the desk that it goes to next, by their positions on the route. */
export class PaperWayDto implements PaperWay {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty() handedIn!: boolean;
  /** The desk that holds the submission, where its unit may hand it in past those between. */
  @ApiProperty({ type: Number, nullable: true }) direct!: number | null;
}

export class SubmissionPage {
  @ApiProperty() progress!: ProgressDto;
  /** Null while a suspicion of secrecy is examined, and for good where it was right. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty() unitId!: string;
  @ApiProperty({ enum: Object.keys(categories) }) category!: string;
  @ApiProperty() draftId!: string;
  /** The schema the form was submitted under, to be shown and printed by. */
  @ApiProperty() formSchema!: string;
  /** Null to a desk that it has not reached, or that has lost it; telephones masked but for the unit and the desk that holds it. */
  @FormProperty({ nullable: true }) form!: RegistrationForm | null;
  @ApiProperty({ type: [EvidenceDto] }) evidence!: Evidence[];
  /** Digest of the locked version the form comes from (P27); null where the form is. */
  @ApiProperty({ type: String, nullable: true }) digest!: string | null;
  @ApiProperty({ type: [LegProgress] }) legs!: LegProgress[];
  @ApiProperty() paperRequired!: boolean;
  /** Null when the last desk has received it. */
  @ApiProperty({ type: PaperWayDto, nullable: true }) paperWay!: PaperWay | null;
  @ApiProperty({ type: String, nullable: true }) windowId!: string | null;
  @ApiProperty({ enum: windowOutcomes, nullable: true }) windowOutcome!: string | null;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true }) approvedOn!: string | null;
  @ApiProperty() withdrawalAsked!: boolean;
  /** When the next desk, or of a return the one that returned it, was told that the present wait is late (P31). */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) escalatedAt!: Instant | null;
  /** Since when an objection holds its registration; `dueAt` is then the day by which that is decided (P33). */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) heldAt!: Instant | null;
  /** How long it is kept; what is registered for ever. */
  @ApiProperty() retention!: RetentionDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) disposedAt!: Instant | null;
}

export class TimelineLine {
  @ApiProperty() number!: number;
  @ApiProperty({ enum: submissionActs }) act!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: string | null;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: string;
  @ApiProperty() round!: number;
  /** Reasons, remarks, opinions; null where there were none or they were erased. */
  @ApiProperty({ type: Object, nullable: true }) text!: Record<string, unknown> | null;
}
