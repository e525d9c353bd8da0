import { correctableFields, correctionStates, normalisedUscc } from '@dengke/contract';
import type { CorrectableField, CorrectionState, Instant, PlainDate, RegisteredContent, RegisteredUnit } from '@dengke/contract';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CountedDayDto } from '../deadlines/deadlines.dto';
import { OfficialDocumentDto } from '../documents/document.dto';
import { Given, Line } from '../drafts/registration-form.dto';
import type { CorrectionProgress } from './correction-facts';
import type { CorrectedField } from './correction.entity';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

export class CorrectionParam {
  @IsUUID() id!: string;
}

export class RegisteredUnitDto implements RegisteredUnit {
  @Line(120) name!: string;
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalisedUscc(value) : value))
  @Line(40)
  uscc!: string;
}

/** Each field as it shall be; what is left out stays. */
export class ChangesDto implements Partial<RegisteredContent> {
  @Given() @Line(200) name?: string;
  @Given()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RegisteredUnitDto)
  units?: RegisteredUnitDto[];
  @Given() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsString({ each: true }) @Length(1, 60, { each: true }) completers?: string[];
  @Given() @Matches(MONTH) studyFrom?: string;
  @Given() @Matches(MONTH) studyTo?: string;
}

/** The fields that come with the document. */
export class AskDto {
  @IsString() @Length(1, 2000) reason!: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ChangesDto) changes!: ChangesDto;
}

/** For the OpenAPI document: what the multipart body holds. */
export const askSchema = {
  schema: {
    type: 'object',
    required: ['reason', 'changes', 'document'],
    properties: {
      reason: { type: 'string', maxLength: 2000 },
      changes: { type: 'string', description: 'JSON: each field as it shall be', contentMediaType: 'application/json' },
      document: { type: 'string', format: 'binary' },
    },
  },
};

export class DecideCorrectionDto {
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export class CorrectionProgressDto implements CorrectionProgress {
  @ApiProperty() id!: string;
  @ApiProperty() serial!: string;
  @ApiProperty({ enum: Object.keys(correctionStates) }) state!: CorrectionState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) dueAt!: Instant | null;
  @ApiProperty() lastFact!: number;
}

const value = {
  oneOf: [
    { type: 'string' },
    { type: 'array', items: { type: 'string' } },
    { type: 'array', items: { $ref: getSchemaPath(RegisteredUnitDto) } },
  ],
};

@ApiExtraModels(RegisteredUnitDto)
export class CorrectedFieldDto implements CorrectedField {
  @ApiProperty({ enum: correctableFields }) field!: CorrectableField;
  @ApiProperty(value) from!: CorrectedField['from'];
  @ApiProperty(value) to!: CorrectedField['to'];
}

export class CorrectionLine extends CorrectionProgressDto {
  @ApiProperty() registrationNumber!: string;
  @ApiProperty() unitId!: string;
  @ApiProperty({ format: 'date-time' }) askedAt!: Instant;
  /** The last day of the department's limit; past the calendar's horizon it is provisional (P40). */
  @ApiProperty({ format: 'date' }) dueOn!: PlainDate;
  @ApiProperty() dueProvisional!: boolean;
  /** When one that changed nothing is disposed of; null while it is open, and for what belongs to the register. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) disposeOn!: PlainDate | null;
  @ApiProperty({ type: Number, nullable: true }) certificateVersion!: number | null;
}

export class CorrectionEntry {
  @ApiProperty() number!: number;
  @ApiProperty() act!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: Object, nullable: true }) text!: Record<string, unknown> | null;
}

export class CorrectionPage extends CorrectionLine {
  @ApiProperty({ type: [CorrectedFieldDto] }) changes!: CorrectedField[];
  @ApiProperty({ type: OfficialDocumentDto }) document!: OfficialDocumentDto;
  /** On what ground the limit rests. */
  @ApiProperty() limitSource!: string;
  /** The department’s last day with all that leads to it. */
  @ApiProperty({ type: CountedDayDto }) due!: CountedDayDto;
  @ApiProperty({ type: [CorrectionEntry] }) timeline!: CorrectionEntry[];
}

export class CorrectionsQuery {
  /** `id` of the last one of the page before. */
  @Given() @IsUUID() after?: string;
}
