import { categories, unitKinds } from '@dengke/contract';
import type { Category, PlainDate, UnitKind } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, MinLength } from 'class-validator';
import { IsPlainDate, Line } from '../drafts/registration-form.dto';
import { PublishedDto } from '../publicity/publicity.dto';

/** By what the register is counted. Another one is a column of `register_entry` and a line here. */
export const facets = ['category', 'registrationYear', 'areaCode', 'unitKind', 'industrySection', 'discipline'] as const;
export type Facet = (typeof facets)[number];

export class RegisterNumberParam {
  @Matches(/^\d{3}(19|20)\d{2}[YJR]\d{4}$/) number!: string;
}

export class RegisterFilter {
  /** Words of the name, all of them. */
  @ApiPropertyOptional() @IsOptional() @Line(100) @MinLength(1) name?: string;
  @ApiPropertyOptional() @IsOptional() @Line(100) @MinLength(1) unit?: string;
  @ApiPropertyOptional() @IsOptional() @Line(60) @MinLength(1) completer?: string;
  @ApiPropertyOptional({ enum: Object.keys(categories) }) @IsOptional() @IsIn(Object.keys(categories)) category?: Category;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(2999) registrationYear?: number;
  /** 行政区划代码 or its beginning: `14`, `1404`, `140403`. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{2}(\d{2}){0,2}$/) areaCode?: string;
  @ApiPropertyOptional({ enum: unitKinds }) @IsOptional() @IsIn(unitKinds) unitKind?: UnitKind;
  /** Codes of the lists `industry-section` and `discipline`. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^[A-T]$/) industrySection?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{3}$/) discipline?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,40}$/) window?: string;
  /** The day of approval. */
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsPlainDate() approvedOn?: PlainDate;
}

export class RegisterQuery extends RegisterFilter {
  /** `next` of the page before. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}~\d{7}[YJR]\d{4}$/) after?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit: number = 20;
}

export class RegisterEntryDto extends PublishedDto {
  @ApiProperty() number!: string;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ format: 'date' }) approvedOn!: PlainDate;
  @ApiProperty() areaCode!: string;
  @ApiProperty({ type: String, enum: unitKinds, nullable: true }) unitKind!: UnitKind | null;
  @ApiProperty({ type: String, nullable: true }) industrySection!: string | null;
  @ApiProperty({ type: String, nullable: true }) discipline!: string | null;
  /** 已注销, and since when (P36); null while it is in force. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) cancelledOn!: PlainDate | null;
  /** Registered before this register was kept here, and imported on that day: as the earlier register has it; null of our own. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) importedOn!: PlainDate | null;
}
/** What was cancelled as classified: no more of it than that (P17, P36). */
export class WithheldEntryDto {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) cancelledOn!: PlainDate;
}
export class RegisterPageDto {
  /** The newest first. */
  @ApiProperty({ type: [RegisterEntryDto] }) items!: RegisterEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class FacetCountDto {
  @ApiProperty({ enum: facets }) facet!: Facet;
  /** Null: not told, as a unit's kind can be. */
  @ApiProperty({ type: String, nullable: true }) value!: string | null;
  @ApiProperty() count!: number;
  /** There may be more: of what a word finds the newest 20,000 are counted. */
  @ApiProperty() atLeast!: boolean;
}

export class AnnouncementsQuery {
  @ApiPropertyOptional() @IsOptional() @Matches(/^[\w-]{1,40}$/) window?: string;
  /** `next` of the page before: only older days. */
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsPlainDate() before?: PlainDate;
}
/** 公告: what was registered on one day, the entries themselves under `GET /register?approvedOn=`. */
export class AnnouncementDto {
  @ApiProperty({ format: 'date' }) approvedOn!: PlainDate;
  @ApiProperty({ type: String, nullable: true }) windowId!: string | null;
  @ApiProperty() count!: number;
}
export class AnnouncementsDto {
  @ApiProperty({ type: [AnnouncementDto] }) items!: AnnouncementDto[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) next!: PlainDate | null;
}
