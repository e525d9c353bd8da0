import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsObject, IsOptional, IsString, Length, Matches, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { roles } from '@dengke/contract';
import type { Role } from '@dengke/contract';
import { DeliveryDto } from '../first-passwords/delivery';
import { loginPattern } from './login-pattern';

export class PersonParam {
  @IsString() @Length(1, 64) personId!: string;
}

export class NewPersonDto {
  @ApiProperty() @IsString() @Length(1, 60) @Matches(/\S/) name!: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^1\d{10}$/) mobile?: string;
  @ApiPropertyOptional() @IsOptional() @IsEmail() @MaxLength(200) mail?: string;
}

/** For a new person `person` and `login`; for a known one `personId`, and `login` only if there is none yet. */
export class IssueCredentialDto extends DeliveryDto {
  @ApiProperty() @IsString() @Length(1, 64) organisationId!: string;
  @ApiProperty({ enum: roles }) @IsIn(roles) role!: Role;
  @ApiPropertyOptional() @IsOptional() @Matches(loginPattern) login?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 64) personId?: string;
  @ApiPropertyOptional()
  @ValidateIf(({ person, personId }: IssueCredentialDto) => personId === undefined || person !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => NewPersonDto)
  person?: NewPersonDto;
  /** On which request, e.g. a note of the telephone call (S26). */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) onApplication?: string;
}

export class RecoverCredentialDto extends DeliveryDto {
  /** Why, and how the caller made sure who asks. */
  @ApiProperty() @IsString() @Length(1, 500) @Matches(/\S/) reason!: string;
}

export class IssuedCredentialDto {
  @ApiProperty() personId!: string;
  @ApiProperty() positionId!: string;
  @ApiProperty() login!: string;
  /** Shown this once and nowhere else; absent when the person has a login already, it went by mail, or the same key is sent again. */
  @ApiPropertyOptional() firstPassword?: string;
  /** Business instant after which the first password opens nothing; null where there is none. */
  @ApiProperty({ type: String, nullable: true }) firstPasswordExpiresAt!: string | null;
}

export class OpenLinkDto {
  /** `<id>.<secret>`: what the mailed address has behind its `#`. */
  @ApiProperty() @IsString() @Length(1, 200) link!: string;
  /** By the same rules as any other. */
  @ApiProperty() @IsString() @Length(1, 256) password!: string;
}

export class ChangePasswordDto {
  @ApiProperty() @IsString() @Length(1, 128) current!: string;
  /** At least 8 characters, for managers 12, of three classes, without the login, none of the last five. */
  @ApiProperty() @IsString() @Length(1, 256) next!: string;
}
