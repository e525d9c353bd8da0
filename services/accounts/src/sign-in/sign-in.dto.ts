import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { organisationKinds, rightNames, roles } from '@dengke/contract';
import type { OrganisationKind, Position, Right, Role } from '@dengke/contract';

export class SignInDto {
  @ApiProperty() @IsString() @Length(1, 40) login!: string;
  @ApiProperty() @IsString() @Length(1, 128) password!: string;
}

export class ChoosePositionDto {
  @ApiProperty() @IsString() @MaxLength(64) positionId!: string;
}

export class PositionDto implements Position {
  @ApiProperty() id!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: organisationKinds }) organisationKind!: OrganisationKind;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Where they are not those of the role. */
  @ApiPropertyOptional({ enum: rightNames, isArray: true }) rights?: Right[];
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
  /** Until it is false nothing else is open (P8). */
  @ApiProperty() mustChangePassword!: boolean;
}
