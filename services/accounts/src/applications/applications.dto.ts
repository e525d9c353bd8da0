import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { credentialApplicationStates, organiserApplicationStates } from '@dengke/contract';
import type { ApplicationState, CountedDay, Instant, PlainDate } from '@dengke/contract';
import type { ApplicantView } from './applicants.service';
import type { ApplicationProgress } from './application-facts';

/** The header in which an applicant, who has no account, shows the secret of the first answer. */
export const secretHeader = 'application-secret';

const states = [...new Set([...Object.keys(credentialApplicationStates), ...Object.keys(organiserApplicationStates)])];

export class ApplicationParam {
  @IsUUID() id!: string;
}

export class ApplicationsQueryDto {
  /** The id after which the page begins. */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) after?: string;
}

export class ReasonDto {
  @ApiProperty() @IsString() @Length(1, 1_000) @Matches(/\S/) reason!: string;
}

export class ApplicationProgressDto implements ApplicationProgress {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, enum: states }) state!: ApplicationState;
  @ApiProperty({ type: String }) receivedAt!: Instant;
  /** Number of the last entry of its ledger. */
  @ApiProperty() lastFact!: number;
}

export class AppliedDto extends ApplicationProgressDto {
  /** Shown this once and nowhere else: with the id it stands for the applicant. Absent when the same key is sent again. */
  @ApiPropertyOptional() secret?: string;
}

export class ApplicantViewDto extends ApplicationProgressDto implements ApplicantView {
  @ApiProperty({ type: String, nullable: true }) dueOn!: PlainDate | null;
  /** Past the calendar's horizon; counted anew when that year is loaded (P40). */
  @ApiProperty() dueProvisional!: boolean;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

/** One entry of the timeline, as the desk reads it. */
export class ApplicationActDto {
  @ApiProperty() number!: number;
  @ApiProperty() act!: string;
  @ApiProperty({ type: String }) at!: Instant;
  /** Null for the applicant and for time. */
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

/** What a desk sees of every application, in lists and on its page. */
export class WaitingApplicationDto extends ApplicationProgressDto {
  @ApiProperty() deskId!: string;
  @ApiProperty({ type: String, nullable: true }) dueOn!: PlainDate | null;
  /** Past the calendar's horizon; counted anew when that year is loaded (P40). */
  @ApiProperty() dueProvisional!: boolean;
  @ApiProperty({ type: String, nullable: true }) dueAt!: Instant | null;
  @ApiProperty({ type: String, nullable: true }) escalatedAt!: Instant | null;
}

/** And on its page alone. */
export class ApplicationPageDto extends WaitingApplicationDto {
  /** Whether the caller decides here. */
  @ApiProperty() mayDecide!: boolean;
  /** The limit with its rule, source, start, days passed over and calendar version (P32). */
  @ApiProperty({ type: Object, nullable: true }) due!: CountedDay | null;
  @ApiProperty({ type: [ApplicationActDto] }) timeline!: ApplicationActDto[];
}
