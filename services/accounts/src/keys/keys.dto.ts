import { ApiProperty } from '@nestjs/swagger';
import type { JSONWebKeySet, JWK } from 'jose';
import { IsString, MaxLength } from 'class-validator';
import type { Caller } from '@dengke/contract';

export class SessionShownDto {
  /** The opaque session from the browser's cookie. */
  @ApiProperty() @IsString() @MaxLength(512) session!: string;
}

export class TokenDto {
  @ApiProperty() @IsString() @MaxLength(4096) token!: string;
}

export class MintedDto {
  /** For the services, 30 seconds. */
  @ApiProperty() token!: string;
  @ApiProperty({ type: Object }) caller!: Caller;
}

export class ConfirmedDto {
  @ApiProperty({ type: Object }) caller!: Caller;
}

export class KeySetDto implements JSONWebKeySet {
  @ApiProperty({ type: [Object] }) keys!: JWK[];
}
