import { reportBundleStates, reportItemStates, reportKinds } from '@dengke/contract';
import type { Instant, ReportBundleState, ReportCounts, ReportItemState, ReportKind } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const bundleId = /^R-\d{6}$/;

export class BundleParam {
  @Matches(bundleId) id!: string;
}

export class BundlesQuery {
  @IsOptional() @Matches(bundleId) cursor?: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 50;
}

export class ReportCountsDto implements ReportCounts {
  @ApiProperty() waiting!: number;
  @ApiProperty() acknowledged!: number;
  @ApiProperty() returned!: number;
  /** Found to be classified before they were handed over (P17). */
  @ApiPropertyOptional() withheld?: number;
}

export class BundleLine {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: Object.keys(reportBundleStates) }) state!: ReportBundleState;
  @ApiProperty({ format: 'date-time' }) openedAt!: Instant;
  @ApiProperty({ format: 'date-time' }) closesAt!: Instant;
  @ApiProperty() items!: ReportCountsDto;
  /** Tries that brought nothing since something last came back. */
  @ApiProperty() attempts!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) triedAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextTryAt!: Instant | null;
  /** Why the last try brought nothing, in one word; null where it did not fail. */
  @ApiProperty({ type: String, nullable: true }) lastFault!: string | null;
}

export class BundleList {
  @ApiProperty({ type: [BundleLine] }) items!: BundleLine[];
  /** Bundle to continue after; null at the end. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class BundleItemLine {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: reportKinds }) kind!: ReportKind;
  @ApiProperty() serial!: string;
  @ApiProperty() registrationNumber!: string;
  @ApiProperty({ enum: reportItemStates }) state!: ReportItemState;
  @ApiProperty({ format: 'date-time' }) collectedAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: Instant | null;
  /** The registry's own number for what it has taken in. */
  @ApiProperty({ type: String, nullable: true }) receipt!: string | null;
  /** Why it came back; null where it did not, or where the words were erased. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class BundlePage extends BundleLine {
  /** SHA-256 of the sealed content; null until it is sealed. */
  @ApiProperty({ type: String, nullable: true }) sha256!: string | null;
  @ApiProperty({ type: String, nullable: true }) keyId!: string | null;
  @ApiProperty({ type: [BundleItemLine] }) lines!: BundleItemLine[];
}
