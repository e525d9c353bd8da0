import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/**
 * How a login comes to its holder (P8): by a first password that the issuer is shown, or is given as the slip to hand over (交接单), once; or by a
 * one-time link, mailed to the holder, who sets the password himself.
 */
export const deliveries = ['shown', 'slip', 'mail'] as const;
export type Delivery = (typeof deliveries)[number];

/** Part of every request that issues a first password; so another delivery under the same key is another request. */
export class DeliveryDto {
  @ApiPropertyOptional({ enum: deliveries, default: 'shown' }) @IsOptional() @IsIn(deliveries) delivery?: Delivery;
}

/** As much of an answer as tells of a first password; without it where there is none, it went by mail, or the key was sent before. */
export interface FirstPassword {
  personId: string;
  login: string;
  firstPassword?: string;
  firstPasswordExpiresAt: string | null;
}
