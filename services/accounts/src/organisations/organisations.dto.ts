import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { doors, organisationKinds } from '@dengke/contract';
import type { Door, OrganisationKind, UnitDetails } from '@dengke/contract';

export class OrganisationsQueryDto {
  @ApiPropertyOptional({ enum: organisationKinds }) @IsOptional() @IsIn(organisationKinds) kind?: OrganisationKind;
  /** Only those whose logins this organisation issues. */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) parent?: string;
  /** Part of the name, or of a unit’s code. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 60) search?: string;
  /** Only these. */
  @ApiPropertyOptional({ type: [String], maxItems: 100 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  ids?: string[];
  /** The id after which the page begins. */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) after?: string;
  @ApiPropertyOptional({ maximum: 200, default: 100 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

export class OrganisationDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: organisationKinds }) kind!: OrganisationKind;
  /** Registrar level 1–4 (S51–S55); none for a county bureau. */
  @ApiProperty({ type: Number, nullable: true }) level!: number | null;
  @ApiProperty() areaCode!: string;
  /** Ids from the root of the credential tree down to this one. */
  @ApiProperty() path!: string;
  @ApiProperty({ type: String, nullable: true }) credentialParentId!: string | null;
  @ApiProperty({ type: String, nullable: true }) noticeParentId!: string | null;
  @ApiProperty({ type: String, nullable: true }) organiserKind!: string | null;
  @ApiProperty({ type: String, nullable: true }) contactOffice!: string | null;
  @ApiProperty({ type: String, nullable: true }) contactPhone!: string | null;
  @ApiProperty() version!: number;
}

/** What only a completing unit has. */
export class UnitDetailsDto implements UnitDetails {
  @ApiProperty() uscc!: string;
  @ApiProperty() unitKind!: string;
  @ApiProperty() organiserId!: string;
  @ApiProperty({ type: String, nullable: true }) field!: string | null;
  /** Which doors lead in (S25). */
  @ApiProperty({ enum: doors, isArray: true }) doors!: Door[];
  @ApiProperty() ownOrganiser!: boolean;
  @ApiProperty() singlePerson!: boolean;
}

export class UnitDto extends IntersectionType(OrganisationDto, UnitDetailsDto) {}

export class OrganisationWithUnitDto extends OrganisationDto {
  @ApiProperty({ type: UnitDetailsDto, nullable: true }) unit!: UnitDetailsDto | null;
}

/** For replicas in the other services; written there only while following the feed. */
export class OrganisationForServicesDto extends OrganisationWithUnitDto {
  @ApiProperty() closed!: boolean;
  /** Who took over what a closed one left. */
  @ApiProperty({ type: String, nullable: true }) successorId!: string | null;
}
