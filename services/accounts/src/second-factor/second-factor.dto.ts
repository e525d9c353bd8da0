import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import type { Instant } from '@dengke/contract';
import { PasskeyAssertionDto } from './passkeys.dto';

export class PasskeyDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date-time' }) addedAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: Instant | null;
}

/** What one has beside the password. Instants are security time. */
export class SecondFactorDto {
  /** Whether one’s positions ask for one. */
  @ApiProperty() compulsory!: boolean;
  /** Since when an authenticator app is enrolled; null without. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) totpSince!: Instant | null;
  @ApiProperty({ type: [PasskeyDto] }) passkeys!: PasskeyDto[];
  @ApiProperty() recoveryCodesLeft!: number;
}

export class TotpEnrolmentDto {
  /** Base32, to be typed in where no camera is. */
  @ApiProperty() secret!: string;
  /** `otpauth://…`, to be shown as a QR code. */
  @ApiProperty() uri!: string;
}

export class CodeDto {
  @ApiProperty() @IsString() @Length(6, 7) code!: string;
}

export class EnrolledDto {
  /** Ten codes that are shown this once; null where there are some from an earlier second factor. */
  @ApiProperty({ type: [String], nullable: true }) recoveryCodes!: string[] | null;
}

export class RecoveryCodesDto {
  /** Shown this once; the earlier ones are void. */
  @ApiProperty({ type: [String] }) recoveryCodes!: string[];
}

export class ResetDto {
  @ApiProperty() @IsString() @Length(1, 64) personId!: string;
}

/** One of the two. */
export class ShownSecondFactorDto {
  /** Six digits of the app, or a recovery code. */
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) code?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PasskeyAssertionDto)
  passkey?: PasskeyAssertionDto;
}
