import { unitKinds } from '@dengke/contract';
import type { Instant, PlainDate, UnitKind } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { OfficialDocumentDto } from '../documents/document.dto';
import { Given, IsPlainDate, Line } from '../drafts/registration-form.dto';
import { correctableImported } from './imported-correction.entity';
import type { ImportedChange } from './imported-correction.entity';

/** Each field as it shall be; what is left out stays. */
export class ImportedChangesDto {
  @Given() @Line(200) @MinLength(1) name?: string;
  @Given() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsString({ each: true }) @Length(1, 120, { each: true }) units?: string[];
  @Given() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsString({ each: true }) @Length(1, 60, { each: true }) completers?: string[];
  @Given() @IsString() @Length(0, 5_000) summary?: string;
  @Given() @Matches(/^\d{2}(\d{2}){0,2}$/) areaCode?: string;
  @Given() @IsIn(unitKinds) unitKind?: UnitKind;
  @Given() @IsPlainDate() approvedOn?: PlainDate;
  /** That it was cancelled since, and on which day; the register shows the mark (P36). */
  @Given() @IsPlainDate() cancelledOn?: PlainDate;
}

/** The fields that come with the document. */
export class CorrectImportedDto {
  @IsString() @Length(1, 2000) reason!: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ImportedChangesDto) changes!: ImportedChangesDto;
  /** Code of the first unit: with another name or first unit, duplicates are found exactly only where it is told. */
  @Given() @Line(40) uscc?: string;
}

/** For the OpenAPI document: what the multipart body holds. */
export const correctImportedSchema = {
  schema: {
    type: 'object',
    required: ['reason', 'changes', 'document'],
    properties: {
      reason: { type: 'string', maxLength: 2000 },
      changes: { type: 'string', description: 'JSON: each field as it shall be', contentMediaType: 'application/json' },
      uscc: { type: 'string', description: 'Code of the first unit' },
      document: { type: 'string', format: 'binary' },
    },
  },
};

export class ImportedCorrectedDto {
  @ApiProperty() number!: string;
  /** Under which duplicates are found from now on. */
  @ApiProperty() serial!: string;
}

const value = { nullable: true, oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
export class ImportedChangeDto implements ImportedChange {
  @ApiProperty({ enum: correctableImported }) field!: ImportedChange['field'];
  @ApiProperty(value) from!: ImportedChange['from'];
  @ApiProperty(value) to!: ImportedChange['to'];
}

export class ImportedCorrectionDto extends ImportedCorrectedDto {
  @ApiProperty({ type: [ImportedChangeDto] }) changes!: ImportedChange[];
  @ApiProperty({ type: OfficialDocumentDto }) document!: OfficialDocumentDto;
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class ImportedSerialParam {
  @Matches(/^I-\d{6}$/) serial!: string;
}
