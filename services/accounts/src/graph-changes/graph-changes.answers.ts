import { ApiProperty } from '@nestjs/swagger';
import { doors, roles, stageKinds, submissionStates } from '@dengke/contract';
import type { Door, GraphEffects, OpenSubmission, Role, RouteLeg, StageKind, Standing, SubmissionState } from '@dengke/contract';
import { GraphFaultDto, RouteLegDto } from '../routes/routes.dto';

export class StandingDto implements Standing {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) credentialParentId!: string | null;
  @ApiProperty({ type: String, nullable: true }) noticeParentId!: string | null;
  @ApiProperty({ type: String, nullable: true }) organiserId!: string | null;
  @ApiProperty() areaCode!: string;
  @ApiProperty() closed!: boolean;
}

class OrganisationEffectDto {
  @ApiProperty() organisationId!: string;
  @ApiProperty({ type: StandingDto, nullable: true }) before!: StandingDto | null;
  @ApiProperty() after!: StandingDto;
}
class PositionEffectDto {
  @ApiProperty() personId!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ enum: ['granted', 'ended'] }) change!: 'granted' | 'ended';
}
class CredentialEffectDto {
  @ApiProperty() personId!: string;
  @ApiProperty() fromId!: string;
  /** Null: the login is shut. */
  @ApiProperty({ type: String, nullable: true }) toId!: string | null;
}
class RouteEffectDto {
  @ApiProperty() unitId!: string;
  @ApiProperty({ enum: doors }) door!: Door;
  @ApiProperty({ type: [RouteLegDto], nullable: true }) before!: RouteLeg[] | null;
  @ApiProperty({ type: [RouteLegDto], nullable: true }) after!: RouteLeg[] | null;
}
class AddresseeEffectDto {
  @ApiProperty() organisationId!: string;
  @ApiProperty({ type: String, nullable: true }) fromId!: string | null;
  @ApiProperty({ type: String, nullable: true }) toId!: string | null;
}

export class GraphEffectsDto implements GraphEffects {
  @ApiProperty({ type: [OrganisationEffectDto] }) organisations!: OrganisationEffectDto[];
  @ApiProperty({ type: [PositionEffectDto] }) positions!: PositionEffectDto[];
  @ApiProperty({ type: [CredentialEffectDto] }) credentials!: CredentialEffectDto[];
  @ApiProperty({ type: [RouteEffectDto] }) routes!: RouteEffectDto[];
  @ApiProperty({ type: [AddresseeEffectDto] }) addressees!: AddresseeEffectDto[];
}

export class OpenSubmissionDto implements OpenSubmission {
  @ApiProperty() serial!: string;
  @ApiProperty() unitId!: string;
  @ApiProperty({ enum: Object.keys(submissionStates) }) state!: SubmissionState;
  @ApiProperty({ enum: stageKinds, nullable: true }) stage!: StageKind | null;
  @ApiProperty({ type: String, nullable: true }) deskId!: string | null;
}

/** What achievements answers: what is open, the first of it by name, and how many drafts there are. */
export class OpenWorkDto {
  @ApiProperty({ type: [OpenSubmissionDto] }) submissions!: OpenSubmissionDto[];
  @ApiProperty() submissionCount!: number;
  @ApiProperty() draftCount!: number;
}

class AffectedPersonDto {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
}

export class GraphPreviewDto {
  /** To be sent with the act: another when anything it rests on is another by then. */
  @ApiProperty() version!: string;
  @ApiProperty() effects!: GraphEffectsDto;
  /** For these the act is refused. */
  @ApiProperty({ type: [GraphFaultDto] }) faults!: GraphFaultDto[];
  @ApiProperty({ type: [AffectedPersonDto] }) people!: AffectedPersonDto[];
  /** Under way, within the caller's part of the graphs; they keep their route unless they are re-routed (P1). */
  @ApiProperty() open!: OpenWorkDto;
  /** Applications at desks that would close: while there are any, the act is refused. */
  @ApiProperty() applicationCount!: number;
}

export class GraphChangedDto {
  /** Of the change, in the order of all changes of the graphs. */
  @ApiProperty() number!: number;
  /** The organisation it made, if it made one. */
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty() effects!: GraphEffectsDto;
}
