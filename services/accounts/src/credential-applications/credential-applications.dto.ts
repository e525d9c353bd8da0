import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  Equals,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isWellFormedUscc, normalisedUscc, rolesToApplyFor, unitFields, unitKinds } from '@dengke/contract';
import type { RoleAppliedFor, UnitField, UnitKind } from '@dengke/contract';
import { loginPattern } from '../credentials/login-pattern';
import { DeliveryDto } from '../first-passwords/delivery';
import { AppliedDto, ApplicationPageDto, ApplicationProgressDto, ReasonDto, WaitingApplicationDto } from '../applications/applications.dto';

/** 18 characters of the standard's alphabet (P44); the check character is only doubted. */
const IsUscc = () => ValidateBy({ name: 'uscc', validator: { validate: (value) => typeof value === 'string' && isWellFormedUscc(value) } });

/** What somebody of a completing unit asks for, who has no login yet (S27, S61). */
export class ApplyForCredentialDto {
  @ApiProperty() @IsString() @Length(1, 60) @Matches(/[\p{L}\p{N}]/u) name!: string;
  @ApiProperty() @Matches(/^1\d{10}$/) mobile!: string;
  @ApiProperty() @IsEmail() @MaxLength(200) mail!: string;
  /** 统一社会信用代码 of the unit. */
  @ApiProperty()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalisedUscc(value) : value))
  @IsUscc()
  uscc!: string;
  @ApiProperty() @IsString() @Length(2, 200) @Matches(/[\p{L}\p{N}]/u) unitName!: string;
  /** GB/T 2260, two, four or six digits. */
  @ApiProperty() @Matches(/^\d{2}(\d{2}){0,2}$/) areaCode!: string;
  @ApiProperty({ enum: unitFields }) @IsIn(unitFields) field!: UnitField;
  @ApiProperty({ enum: rolesToApplyFor }) @IsIn(rolesToApplyFor) role!: RoleAppliedFor;
}

export class CredentialAppliedDto extends AppliedDto {
  /** Whether the code's check character is not the one the standard computes: a reviewer compares it with the licence (P44). */
  @ApiProperty() checkCharacterDoubtful!: boolean;
}

/** What the licence says of a unit that accounts does not know yet. */
export class UnitOfLicenceDto {
  @ApiProperty({ enum: unitKinds }) @IsIn(unitKinds) unitKind!: UnitKind;
  /** Of the office, not of a person. */
  @ApiProperty() @IsString() @Length(5, 30) contactPhone!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) contactOffice?: string;
  /** A unit of one: the same person submits and releases. */
  @ApiProperty() @IsBoolean() singlePerson!: boolean;
}

export class IssueOnApplicationDto extends DeliveryDto {
  /** For whoever has none yet. */
  @ApiPropertyOptional() @IsOptional() @Matches(loginPattern) login?: string;
  /** Somebody known, where the applicant is no new person. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 64) personId?: string;
  /** The code was compared with the licence: for a unit not known yet, and where the check character is doubtful (P44). */
  @ApiPropertyOptional() @IsOptional() @Equals(true) licenceConfirmed?: true;
  /** For a unit not known yet. */
  @ApiPropertyOptional() @IsOptional() @ValidateNested() @Type(() => UnitOfLicenceDto) unit?: UnitOfLicenceDto;
}

export class IssuedOnApplicationDto extends ApplicationProgressDto {
  @ApiProperty() unitId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() login!: string;
  /** Shown this once and nowhere else; absent when the person has a login already, and when the same key is sent again. */
  @ApiPropertyOptional() firstPassword?: string;
  @ApiProperty({ type: String, nullable: true }) firstPasswordExpiresAt!: string | null;
}

export class RedirectDto extends ReasonDto {
  /** An organiser, or for the energy line the municipal bureau of the unit's area. */
  @ApiProperty() @IsString() @Length(1, 64) toOrganisationId!: string;
}

export class CredentialApplicationDto extends WaitingApplicationDto {
  @ApiProperty() name!: string;
  /** `139****1234` */
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ enum: rolesToApplyFor }) role!: RoleAppliedFor;
  @ApiProperty() uscc!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() areaCode!: string;
  @ApiProperty({ enum: unitFields }) field!: UnitField;
  @ApiProperty({ type: String, nullable: true }) unitId!: string | null;
}

export class SimilarUnitDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() uscc!: string;
}
export class SimilarPersonDto {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty() hasLogin!: boolean;
}
export class SimilarApplicationDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String }) state!: string;
}
/** Whom and what it may double, within the caller's part of the graphs. */
export class SimilarDto {
  @ApiProperty({ type: [SimilarUnitDto] }) units!: SimilarUnitDto[];
  @ApiProperty({ type: [SimilarPersonDto] }) people!: SimilarPersonDto[];
  @ApiProperty({ type: [SimilarApplicationDto] }) applications!: SimilarApplicationDto[];
}

export class CredentialApplicationPageDto extends ApplicationPageDto {
  @ApiProperty() name!: string;
  /** `139****1234`; whole by an act that is recorded. */
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  /** `z***@demo…` */
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  @ApiProperty({ enum: rolesToApplyFor }) role!: RoleAppliedFor;
  @ApiProperty() uscc!: string;
  @ApiProperty() checkCharacterDoubtful!: boolean;
  @ApiProperty() unitName!: string;
  @ApiProperty() areaCode!: string;
  @ApiProperty({ enum: unitFields }) field!: UnitField;
  @ApiProperty({ type: String, nullable: true }) unitId!: string | null;
  @ApiProperty({ type: SimilarDto }) similar!: SimilarDto;
}
