import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { organisationKinds, roles } from '@dengke/contract';
import type { Instant, OrganisationKind, Role } from '@dengke/contract';

/**
 * How far a login has come: its first password waits to be changed, has fallen void unused (P8), is in use; or opens nothing, since the security
 * administrator has disabled it or the level above has taken it back.
 */
export const loginStates = ['first-password', 'first-password-expired', 'active', 'disabled', 'revoked'] as const;
export type LoginState = (typeof loginStates)[number];

export class HeldLoginDto {
  @ApiProperty() login!: string;
  @ApiProperty({ enum: loginStates }) state!: LoginState;
  /** Business instant after which the first password opens nothing; null once it was changed. */
  @ApiProperty({ type: String, nullable: true }) firstPasswordExpiresAt!: Instant | null;
  /** Security instant of the last complete sign-in. */
  @ApiProperty({ type: String, nullable: true }) lastUsedAt!: Instant | null;
  @ApiProperty() hasSecondFactor!: boolean;
}

/** One living position in the caller’s own organisation or below it. */
export class HolderPositionDto {
  @ApiProperty() id!: string;
  @ApiProperty() organisationId!: string;
  @ApiProperty() organisationName!: string;
  @ApiProperty({ enum: organisationKinds }) organisationKind!: OrganisationKind;
  @ApiProperty({ enum: roles }) role!: Role;
  /** Of a deputy: the person stood in for, and the business instant at which that ends. */
  @ApiProperty({ type: String, nullable: true }) deputyFor!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt!: Instant | null;
  /** Whether the caller issues such positions there, and so may end this one. */
  @ApiProperty() issuable!: boolean;
}

export class HolderDto {
  @ApiProperty() personId!: string;
  @ApiProperty() name!: string;
  /** `139****1234` */
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  /** `z***@demo…` */
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  /** Told to whoever issues or secures logins alone; null to others, and for who has none. */
  @ApiProperty({ type: HeldLoginDto, nullable: true }) login!: HeldLoginDto | null;
  /** Whether the caller may let this person in anew: he issues all that the person holds, here and elsewhere. */
  @ApiProperty() recoverable!: boolean;
  @ApiProperty({ type: [HolderPositionDto] }) positions!: HolderPositionDto[];
}

export class IssuableRolesDto {
  /** None where the caller issues no logins. */
  @ApiProperty({ enum: roles, isArray: true }) roles!: Role[];
}

export class EndPositionDto {
  @ApiProperty() @IsString() @Length(2, 200) @Matches(/\S/) reason!: string;
}
