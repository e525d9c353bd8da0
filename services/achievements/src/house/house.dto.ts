import type { HouseMode } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';

export class HouseModeDto implements HouseMode {
  @ApiProperty() training!: boolean;
  @ApiProperty({ type: String, nullable: true }) mark!: string | null;
}
