import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { organisationKinds, rightNames, roles } from '@dengke/contract';
import type { OrganisationKind, Position, Right, Role } from '@dengke/contract';

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

export class HeldPositionDto implements Position {
  @ApiProperty() id!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: organisationKinds }) organisationKind!: OrganisationKind;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Where they are not those of the role. */
  @ApiPropertyOptional({ enum: rightNames, isArray: true }) rights?: Right[];
}

/** A person as the services of the house need them, e.g. to send a mail. */
export class PersonForServicesDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  @ApiProperty({ type: [HeldPositionDto] }) positions!: HeldPositionDto[];
}
