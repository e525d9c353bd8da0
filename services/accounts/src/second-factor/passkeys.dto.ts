import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const base64url = /^[A-Za-z0-9_-]*$/;
const Encoded = (longest: number) => (prototype: object, property: string) => {
  ApiProperty({ type: String })(prototype, property);
  Matches(base64url)(prototype, property);
  MaxLength(longest)(prototype, property);
};

/** What browsers put beside the attestation is accepted and not read. */
class AttestationDto {
  @Encoded(4096) clientDataJSON!: string;
  @Encoded(16_384) attestationObject!: string;
  @IsOptional() @Encoded(4096) authenticatorData?: string;
  @IsOptional() @Encoded(4096) publicKey?: string;
  @ApiPropertyOptional() @IsOptional() @IsInt() publicKeyAlgorithm?: number;
  @ApiPropertyOptional() @IsOptional() @IsArray() @IsString({ each: true }) transports?: string[];
}

class AssertionDto {
  @Encoded(4096) clientDataJSON!: string;
  @Encoded(4096) authenticatorData!: string;
  @Encoded(4096) signature!: string;
  @IsOptional() @Encoded(1024) userHandle?: string;
}

class PublicKeyCredentialDto {
  @Encoded(700) id!: string;
  @Encoded(700) rawId!: string;
  @ApiProperty({ enum: ['public-key'] }) @IsIn(['public-key']) type!: 'public-key';
  @ApiProperty({ type: Object }) @IsObject() clientExtensionResults!: Record<string, never>;
  @ApiPropertyOptional() @IsOptional() @IsIn(['platform', 'cross-platform']) authenticatorAttachment?: 'platform' | 'cross-platform';
}

/** `credential.toJSON()` of a new passkey. */
export class PasskeyAttestationDto extends PublicKeyCredentialDto implements RegistrationResponseJSON {
  @ApiProperty() @IsObject() @ValidateNested() @Type(() => AttestationDto) response!: AttestationDto;
}

/** `credential.toJSON()` of a passkey that was shown. */
export class PasskeyAssertionDto extends PublicKeyCredentialDto implements AuthenticationResponseJSON {
  @ApiProperty() @IsObject() @ValidateNested() @Type(() => AssertionDto) response!: AssertionDto;
}

export class AddPasskeyDto {
  /** What its owner calls it. */
  @ApiProperty() @IsString() @Length(1, 60) @Matches(/\S/) name!: string;
  @ApiProperty() @IsObject() @ValidateNested() @Type(() => PasskeyAttestationDto) credential!: PasskeyAttestationDto;
}

export class PasskeyParam {
  @ApiProperty() @Matches(base64url) @MaxLength(700) id!: string;
}
