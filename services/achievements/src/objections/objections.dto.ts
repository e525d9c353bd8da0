import { formalFlaws, objectionKinds, objectionStates, objectors } from '@dengke/contract';
import type { FormalFlaw, Instant, ObjectionKind, Objector, ObjectionState, PlainDate } from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';
import { ActDto, SerialParam } from '../submitting/submitting.dto';

/** The header in which a sender, who has no account, shows the secret of the first answer. */
export const secretHeader = 'objection-secret';
const states = Object.keys(objectionStates);
const kinds = Object.keys(objectionKinds);
/** Parts of the upload beside the seal. */
export const provingParts = ['file1', 'file2', 'file3', 'file4', 'file5'] as const;

export class ReceiptParam {
  @Matches(/^O\d{4}-\d{6}$/) receipt!: string;
}
export class ObjectionFileParam extends ReceiptParam {
  @IsIn(['seal', ...provingParts]) part!: string;
}
export class SubmissionObjectionParam extends SerialParam {
  @Matches(/^O\d{4}-\d{6}$/) receipt!: string;
}

/** What is written in the `form` part. Name and contact may be missing: that makes it anonymous, and is recorded (P33). */
export class ObjectionFormDto {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(kinds, { each: true }) kinds!: ObjectionKind[];
  @IsString() @Length(1, 10_000) @Matches(/[\p{L}\p{N}]/u) grounds!: string;
  @IsIn(objectors) objector!: Objector;
  @IsOptional() @Line(120) name?: string;
  @IsOptional() @Line(200) contact?: string;
}

export class WordsDto {
  @IsString() @Length(1, 10_000) @Matches(/\S/) words!: string;
}
export class RevealDto {
  @IsString() @Length(1, 1_000) @Matches(/\S/) reason!: string;
}
export class DecideObjectionDto extends ActDto {}

export class ObjectionsQuery {
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states) state?: ObjectionState;
  /** The receipt after which the page begins. */
  @ApiPropertyOptional() @IsOptional() @Matches(/^O\d{4}-\d{6}$/) after?: string;
}

export class ObjectedDto {
  @ApiProperty() receipt!: string;
  @ApiProperty({ enum: states }) state!: ObjectionState;
  /** Why it is not accepted: it is anonymous, or came after publicity. */
  @ApiProperty({ enum: formalFlaws, nullable: true }) flaw!: FormalFlaw | null;
  /** Shown this once and nowhere else: with the receipt it stands for the sender. Absent when the same key is sent again. */
  @ApiPropertyOptional() secret?: string;
}

/** What its sender sees. */
export class ObjectionStandingDto extends ObjectedDto {
  @ApiProperty() serial!: string;
  @ApiProperty({ format: 'date-time' }) receivedAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt!: Instant | null;
  /** Why it was declined or decided so. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

/** What the unit has answered to one. */
export class UnitAnswerDto {
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  /** Null once it was disposed of. */
  @ApiProperty({ type: String, nullable: true }) words!: string | null;
}

/** What the unit sees of one that was accepted: what is said, never by whom, and what it has answered. */
export class UnitObjectionDto {
  @ApiProperty() receipt!: string;
  @ApiProperty({ enum: kinds, isArray: true }) kinds!: ObjectionKind[];
  @ApiProperty({ enum: states }) state!: ObjectionState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt!: Instant | null;
  /** Null once it was disposed of. */
  @ApiProperty({ type: String, nullable: true }) grounds!: string | null;
  @ApiProperty({ type: [UnitAnswerDto] }) answers!: UnitAnswerDto[];
}

export class ObjectionLineDto extends ObjectionStandingDto {
  @ApiProperty({ enum: kinds, isArray: true }) kinds!: ObjectionKind[];
  @ApiProperty({ enum: objectors }) objector!: Objector;
  @ApiProperty({ type: String, format: 'date', nullable: true }) disposeOn!: PlainDate | null;
}

export class ObjectionListDto {
  @ApiProperty({ type: [ObjectionLineDto] }) items!: ObjectionLineDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** One entry of how it was handled: notes, the unit's answer, decisions. */
export class HandlingDto {
  @ApiProperty() act!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: String, nullable: true }) words!: string | null;
}
export class ObjectionFileDto {
  @ApiProperty() part!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
}
export class ObjectionPageDto extends ObjectionLineDto {
  @ApiProperty({ type: String, nullable: true }) grounds!: string | null;
  /** Masked; whole only for a recorded reason. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true }) contact!: string | null;
  @ApiProperty({ type: [ObjectionFileDto] }) files!: ObjectionFileDto[];
  @ApiProperty({ type: [HandlingDto] }) handling!: HandlingDto[];
}
export class SenderDto {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true }) contact!: string | null;
}

/** For the OpenAPI document: what the multipart body holds. */
export const objectionUploadSchema = {
  schema: {
    type: 'object',
    required: ['form'],
    properties: {
      form: {
        type: 'string',
        description: `JSON: kinds (${kinds.join(', ')}), grounds, objector (${objectors.join(', ')}), name, contact. Without name or contact, or of a unit without its seal, it is recorded as not accepted`,
      },
      ...Object.fromEntries(['seal', ...provingParts].map((part) => [part, { type: 'string', format: 'binary' }])),
    },
  },
};
