import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** How a first password comes to its holder (P8): shown to the issuer in the answer, or as the slip that is handed over (交接单), instead. */
export const deliveries = ['shown', 'slip'] as const;
export type Delivery = (typeof deliveries)[number];

/** Part of every request that issues a first password; so another delivery under the same key is another request. */
export class DeliveryDto {
  @ApiPropertyOptional({ enum: deliveries, default: 'shown' }) @IsOptional() @IsIn(deliveries) delivery?: Delivery;
}

/** As much of an answer as tells of a first password; without it where there is none, or where the key was sent before. */
export interface FirstPassword {
  personId: string;
  login: string;
  firstPassword?: string;
  firstPasswordExpiresAt: string | null;
}
