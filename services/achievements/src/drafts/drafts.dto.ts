import { categories, doors, intakeModes, refusals } from '@dengke/contract';
import type { Door, ErrorCode, Evidence, Instant, IntakeMode, PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EvidenceDto } from '../evidence/evidence.dto';
import type { FieldChange, FormAmount } from '@dengke/contract/forms';
import { doubtCodes } from './doubts';
import type { Doubt } from './doubts';
import type { DraftForm } from './draft.entity';
import { FormProperty, Given, IsForm } from './registration-form.dto';

/** `name`, `units`, `units.0.name` */
const FIELD_PATH = /^[a-zA-Z]{1,40}(\.(0|[1-9]\d{0,2})\.[a-zA-Z]{1,30})?$/;

export class DraftParam {
  @IsUUID() id!: string;
}

export class CreateDraftDto {
  @IsForm() form!: DraftForm;
}

/** The whole form anew; a field left out is cleared. */
export class ChangeDraftDto extends CreateDraftDto {
  /** The version the change was made on. */
  @IsInt() @Min(1) version!: number;
}

/** One field, or one cell of a row, and what it becomes; without `to`, or with null, it is cleared. */
export class FieldEditDto implements FieldChange {
  @Matches(FIELD_PATH) field!: string;
  @IsOptional()
  @ApiProperty({
    nullable: true,
    anyOf: ['string', 'number', 'boolean', 'array'].map((type) => ({ type, ...(type === 'array' && { items: {} }) })),
  })
  to?: unknown;
}

/** Changes made on the version `base`. */
export class EditDraftDto {
  @IsInt() @Min(1) base!: number;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique(({ field }: FieldEditDto) => field)
  @ValidateNested({ each: true })
  @Type(() => FieldEditDto)
  changes!: FieldEditDto[];
}

/** The last change of one field. */
export class FieldChangeLine {
  @ApiProperty() field!: string;
  @ApiProperty() version!: number;
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
}

export class MoveDraftDto {
  @IsInt() @Min(1) version!: number;
  /** The edition to move to, by its year. */
  @IsInt() @Min(2000) @Max(2100) year!: number;
}

export class DraftsQuery {
  /** `next` of the page before. */
  @Given() @IsUUID() cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit: number = 50;
}

export class GapsQuery {
  /** Where a unit has two doors (S25). */
  @Given() @IsIn(doors) door?: Door;
}

/** An amount in 万元 and in 元; of a list of amounts also the sum, under the list's own name. */
export class AmountDto implements FormAmount {
  @ApiProperty() field!: string;
  @ApiProperty() wan!: string;
  @ApiProperty() yuan!: string;
}

export class DraftView {
  @ApiProperty() id!: string;
  @ApiProperty() version!: number;
  /** The schema the form is filled in under. */
  @ApiProperty() formSchema!: string;
  @FormProperty() form!: DraftForm;
  /** By field what was answered under another schema and does not fit this one. */
  @ApiProperty({ type: 'object', additionalProperties: true }) setAside!: object;
  @ApiProperty({ type: [AmountDto] }) amounts!: FormAmount[];
  @ApiProperty({ type: [EvidenceDto] }) evidence!: Evidence[];
  @ApiProperty({ format: 'date-time' }) changedAt!: Instant;
  /** When it is disposed of if nobody goes on with it; null once it was submitted. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) disposeOn!: PlainDate | null;
}

export class DraftLine {
  @ApiProperty() id!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: Object.keys(categories), nullable: true }) category!: string | null;
  @ApiProperty({ format: 'date-time' }) changedAt!: Instant;
}

export class DraftPage {
  @ApiProperty({ type: [DraftLine] }) items!: DraftLine[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** What submit would refuse, by the code of the refusal. */
export class Gap {
  @ApiProperty({ enum: Object.keys(refusals) }) code!: ErrorCode;
  /** What submit would say. */
  @ApiProperty() sentence!: string;
  @ApiProperty({ type: String, nullable: true }) field!: string | null;
  @ApiProperty() rule!: string;
}

export class DoubtDto implements Doubt {
  @ApiProperty({ enum: doubtCodes }) code!: Doubt['code'];
  @ApiProperty() field!: string;
  @ApiProperty() rule!: string;
}

export class Intake {
  @ApiProperty({ enum: intakeModes }) mode!: IntakeMode;
  @ApiProperty({ type: String, nullable: true }) windowId!: string | null;
  @ApiProperty() why!: string;
}

/** What submit would refuse, what looks wrong, and which intake the draft would enter, or keeps as it was submitted; no intake before it can be dated and routed. */
export class Gaps {
  @ApiProperty({ type: [Gap] }) missing!: Gap[];
  @ApiProperty({ type: [DoubtDto] }) doubtful!: Doubt[];
  /** False while names are being read after a start: then that none is doubtful means nothing. */
  @ApiProperty() namesCompared!: boolean;
  @ApiProperty({ type: Intake, nullable: true }) intake!: Intake | null;
}
