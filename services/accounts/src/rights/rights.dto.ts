import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsString, Length, Matches } from 'class-validator';
import { rightNames, roles } from '@dengke/contract';
import type { Right, Role } from '@dengke/contract';

export class PositionRightsDto {
  @ApiProperty() positionId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  /** What it may do now. */
  @ApiProperty({ enum: rightNames, isArray: true }) rights!: Right[];
  /** What comes with its role. */
  @ApiProperty({ enum: rightNames, isArray: true }) byDefault!: Right[];
  /** What can be given to it or taken from it; everything else is as its role says. */
  @ApiProperty({ enum: rightNames, isArray: true }) settable!: Right[];
}

export class SetRightsDto {
  /** All of `settable` that it is to have; the others of them it is not to have. */
  @ApiProperty({ enum: rightNames, isArray: true }) @IsIn(rightNames, { each: true }) @ArrayUnique() @ArrayMaxSize(50) rights!: Right[];
  @ApiProperty() @IsString() @Length(2, 200) @Matches(/\S/) reason!: string;
}
