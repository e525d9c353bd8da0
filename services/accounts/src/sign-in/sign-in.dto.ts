import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { duties, organisationKinds, rightNames, roles } from '@dengke/contract';
import type { Duty, Instant, OrganisationKind, Position, Right, Role } from '@dengke/contract';
import { secondFactorKinds } from '../second-factor/second-factor-rules';
import type { SecondFactorKind } from '../second-factor/second-factor-rules';

export class SignInDto {
  @ApiProperty() @IsString() @Length(1, 40) login!: string;
  @ApiProperty() @IsString() @Length(1, 128) password!: string;
  /** Of the authenticator app, or a recovery code; without it the answer says whether one is needed. */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) code?: string;
}

export class ChoosePositionDto {
  @ApiProperty() @IsString() @MaxLength(64) positionId!: string;
}

export class PositionDto implements Omit<Position, 'deputyFor'> {
  @ApiProperty() id!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: organisationKinds }) organisationKind!: OrganisationKind;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Where they are not those of the role. */
  @ApiPropertyOptional({ enum: rightNames, isArray: true }) rights?: Right[];
  /** Of a deputy: the person stood in for, and the business instant at which that ends. */
  @ApiProperty({ type: String, nullable: true }) deputyFor!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt!: string | null;
}

export class NamedPersonDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}

/** Who is signed in, from which position, and from which others they could act. */
export class SignedInDto {
  @ApiProperty() person!: NamedPersonDto;
  @ApiProperty() position!: PositionDto;
  @ApiProperty({ type: [PositionDto] }) positions!: PositionDto[];
  /** What the present position may do, for showing or hiding what leads nowhere. */
  @ApiProperty({ enum: rightNames, isArray: true }) rights!: Right[];
  /** What is to be done before anything else is open; null when all is. */
  @ApiProperty({ enum: duties, nullable: true }) must!: Duty | null;
  @ApiProperty({ enum: secondFactorKinds, isArray: true }) secondFactors!: SecondFactorKind[];
  /** Security instant after which acts marked for step-up ask for the second factor again; null for who has none. */
  @ApiProperty({ type: String, nullable: true }) steppedUpUntil!: Instant | null;
}
