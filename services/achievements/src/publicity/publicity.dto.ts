import { categories } from '@dengke/contract';
import type { Category, PlainDate } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class PublicityQuery {
  /** The serial after which the page begins. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{4}-\d{6}$/) after?: string;
}

/** What everybody may see of an achievement (P38): written out, so that nothing else is ever answered. */
export class PublishedDto {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: Object.keys(categories) }) category!: Category;
  @ApiProperty() firstUnit!: string;
  @ApiProperty({ type: [String] }) units!: string[];
  @ApiProperty({ type: [String] }) completers!: string[];
  @ApiProperty() summary!: string;
}

export class PublicityEntryDto extends PublishedDto {
  @ApiProperty() serial!: string;
  @ApiProperty({ format: 'date' }) fromOn!: PlainDate;
  /** The last day on which an objection is in time. */
  @ApiProperty({ format: 'date' }) toOn!: PlainDate;
}

export class PublicityListDto {
  @ApiProperty({ type: [PublicityEntryDto] }) items!: PublicityEntryDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
