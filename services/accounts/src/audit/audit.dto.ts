import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Instant, PlainDate } from '@dengke/contract';
import { IsPlainDate } from '../is-plain-date';

export class AuditQueryDto {
  /** `organisation/<id>`, `credentialApplication/<id>` … */
  @ApiProperty() @Matches(/^[a-zA-Z]+\/[\w.-]{1,80}$/) subject!: string;
  /** Only what was done by this act. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,64}$/) kind?: string;
  /** Only what people did whose id has this in it. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,64}$/) by?: string;
  /** Only what was done from this day on, in Asia/Shanghai. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsOptional()
  @IsPlainDate()
  from?: PlainDate;
  /** The number after which the page begins. */
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(0) after: number = 0;
  @ApiPropertyOptional({ maximum: 1000, default: 500 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit: number = 500;
}

export class AuditEntryDto {
  @ApiProperty() number!: number;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: String }) at!: Instant;
  /** Null for the house itself. */
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty({ type: Object }) detail!: Record<string, unknown>;
  /** Names and reasons; null where there were none, or they were erased. */
  @ApiProperty({ type: Object, nullable: true }) text!: Record<string, unknown> | null;
  @ApiProperty() hash!: string;
}

/** Where the chain broke: the first entry that does not follow from those before it. */
export class AuditFaultDto {
  @ApiProperty() number!: number;
  @ApiProperty({ enum: ['number', 'link', 'hash', 'text', 'end'] }) fault!: string;
}

export class AuditDto {
  @ApiProperty() subject!: string;
  @ApiProperty({ type: [AuditEntryDto] }) entries!: AuditEntryDto[];
  /** Every kind of act in the whole ledger of the subject. */
  @ApiProperty({ type: [String] }) kinds!: string[];
  /** Of the whole chain, whatever page was asked for; null when it is whole to its end. */
  @ApiProperty({ type: AuditFaultDto, nullable: true }) fault!: AuditFaultDto | null;
}
