import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { organisationKinds, rightNames, roles } from '@dengke/contract';
import type { Instant, OrganisationKind, PlainDate, Position, Right, Role } from '@dengke/contract';

/** Somebody of an organisation as those see them who may: mobile and mail masked. */
export class ColleagueDto {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  /** `139****1234` */
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  /** `z***@demo…` */
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  @ApiProperty() positionId!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Of a deputy: the person stood in for, and the business instant at which that ends. */
  @ApiProperty({ type: String, nullable: true }) deputyFor!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt!: Instant | null;
}

/** In the body, since addresses of requests are written down. */
export class SearchPeopleDto {
  @ApiProperty() @Matches(/^1\d{10}$/) mobile!: string;
}

export class KnownPersonDto {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
}

export class UnmaskDto {
  @ApiProperty() @IsString() @Length(4, 200) @Matches(/\S/) reason!: string;
}

/** Unmasked. */
export class ContactDto {
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
}

export class HeldPositionDto implements Omit<Position, 'deputyFor'> {
  @ApiProperty() id!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: organisationKinds }) organisationKind!: OrganisationKind;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Where they are not those of the role. */
  @ApiPropertyOptional({ enum: rightNames, isArray: true }) rights?: Right[];
  @ApiProperty({ type: String, nullable: true }) deputyFor!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt!: Instant | null;
}

/** A person as the services of the house need them, e.g. to send a mail. */
export class PersonForServicesDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  @ApiProperty({ type: [HeldPositionDto] }) positions!: HeldPositionDto[];
}

/** Asked for one sending, and kept by nobody. */
export class MobileForServicesDto {
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
}

export class GrantDeputyDto {
  /** Who stands in; somebody with a login, in the administrator's part of the graphs. */
  @IsString() @Length(1, 64) personId!: string;
  /** The position stood in for: a manager's or super administrator's. */
  @IsString() @Length(1, 64) deputyOf!: string;
  /** The last day, until its end in Shanghai. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) endsOn!: PlainDate;
  @IsString() @Length(1, 2000) @Matches(/\S/) reason!: string;
}

export class DeputyDto {
  @ApiProperty() positionId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() deputyOf!: string;
  @ApiProperty() deputyFor!: string;
  @ApiProperty({ type: String }) endsAt!: Instant;
}
