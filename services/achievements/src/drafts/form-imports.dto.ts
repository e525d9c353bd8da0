import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Reason } from '@dengke/contract';
import { DraftView } from './drafts.dto';
import type { CellFault } from '../forms/form-sheets';

export class TemplateQuery {
  /** Of a year, `applied-2023`, or as it is this year, `applied`. */
  @Matches(/^[a-z]{4,10}(-\d{4})?$/) schema!: string;
}

export class FormImportQuery {
  /** Looks only: the same report, and nothing is written. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class CellFaultDto implements CellFault {
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  /** The title of its column or line. */
  @ApiProperty() column!: string;
  @ApiProperty({ type: String }) reason!: Reason;
  @ApiProperty({ type: [Number] }) limits!: readonly number[];
  @ApiProperty() sentence!: string;
}

export class ImportedDraft {
  @ApiProperty({ type: [CellFaultDto] }) faults!: CellFault[];
  /** How many fields were answered. */
  @ApiProperty() answers!: number;
  /** Null in a dry run. */
  @ApiProperty({ type: DraftView, nullable: true }) draft!: DraftView | null;
}

/** For the OpenAPI document: what the multipart body holds. */
export const formUpload = {
  schema: { type: 'object', required: ['sheet'], properties: { sheet: { type: 'string', format: 'binary' } } },
};
