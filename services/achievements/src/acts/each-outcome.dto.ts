import { refusals } from '@dengke/contract';
import type { ErrorCode, Progress } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { ProgressDto } from '../submitting/submitting.dto';

const outcomes = ['done', 'unchanged', 'refused'] as const;

/** How one of many came out: each is an act of its own, done or refused for itself. */
export class EachOutcome {
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: outcomes }) outcome!: (typeof outcomes)[number];
  /** Where it stands then; null when it was refused. */
  @ApiProperty({ type: ProgressDto, nullable: true }) progress!: Progress | null;
  @ApiProperty({ enum: Object.keys(refusals), nullable: true }) code!: ErrorCode | null;
  /** What the refusal says to people. */
  @ApiProperty({ type: String, nullable: true }) sentence!: string | null;
}
