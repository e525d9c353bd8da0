import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { Instant } from '@dengke/contract';

export class SessionParam {
  @ApiProperty() @Matches(/^[0-9a-f]{64}$/) id!: string;
}

/** One of one's own sessions. All instants are security time. */
export class SessionDto {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: Instant;
  /** To the minute. */
  @ApiProperty({ format: 'date-time' }) lastSeenAt!: Instant;
  /** `203.0.113.*` */
  @ApiProperty({ type: String, nullable: true }) maskedAddress!: string | null;
  /** `Firefox, Windows` */
  @ApiProperty({ type: String, nullable: true }) client!: string | null;
  /** The one in which this was asked. */
  @ApiProperty() current!: boolean;
}
