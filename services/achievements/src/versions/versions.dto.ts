import { itemOutcomes } from '@dengke/contract';
import type { Evidence, Instant, ItemOutcome, RegistrationForm } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { FormProperty } from '../drafts/registration-form.dto';
import { EvidenceDto } from '../evidence/evidence.dto';
import { SerialParam } from '../submitting/submitting.dto';
import { fileOutcomes } from './file-changes';
import type { FileChange } from './file-changes';

const changeKinds = ['added', 'removed', 'changed', 'moved'] as const;

export class VersionParam extends SerialParam {
  @Type(() => Number) @IsInt() @Min(1) @Max(999) round!: number;
}

/** Two rounds; without, the newest and the one before it. */
export class ChangesQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(999) from?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(999) to?: number;
}

export class VersionLine {
  @ApiProperty() round!: number;
  /** SM3 over form and evidence (P27). */
  @ApiProperty() digest!: string;
  @ApiProperty({ format: 'date-time' }) lockedAt!: Instant;
}

/** What was submitted in one round; it never changes (P27). */
export class VersionPage extends VersionLine {
  @FormProperty() form!: RegistrationForm;
  @ApiProperty({ type: [EvidenceDto] }) evidence!: Evidence[];
}

export class FieldChangeDto {
  @ApiProperty({ enum: changeKinds }) kind!: (typeof changeKinds)[number];
  /** Path in the later version, rows by number; of what is gone, in the earlier one. */
  @ApiProperty() field!: string;
  /** What the box is called; null where the form has no such box any more. */
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
  @ApiProperty({ type: Object, nullable: true }) before!: unknown;
  @ApiProperty({ type: Object, nullable: true }) after!: unknown;
  /** Of rows in another order: their numbers before, in the order they have now. */
  @ApiProperty({ type: [Number], nullable: true }) order!: readonly number[] | null;
}

export class FileChangeDto implements FileChange {
  @ApiProperty({ enum: fileOutcomes }) outcome!: FileChange['outcome'];
  @ApiProperty({ type: EvidenceDto }) piece!: Evidence;
  @ApiProperty({ type: EvidenceDto, nullable: true }) was!: Evidence | null;
}

export class Changes {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty({ type: [FieldChangeDto] }) fields!: FieldChangeDto[];
  @ApiProperty({ type: [FileChangeDto] }) files!: FileChangeDto[];
}

class AnswerDto {
  @ApiProperty({ enum: itemOutcomes }) outcome!: ItemOutcome;
  /** Null where the words were erased. */
  @ApiProperty({ type: String, nullable: true }) words!: string | null;
}

/** One thing that a return named, what the completer answered, and what changed there. */
export class MendingLine {
  @ApiProperty() id!: string;
  /** The round that was returned. */
  @ApiProperty() round!: number;
  @ApiProperty() field!: string;
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
  /** Null where the words were erased. */
  @ApiProperty({ type: String, nullable: true }) remark!: string | null;
  /** Null while it is with the completer. */
  @ApiProperty({ type: AnswerDto, nullable: true }) answer!: AnswerDto | null;
  @ApiProperty({ type: [FieldChangeDto] }) fields!: FieldChangeDto[];
  @ApiProperty({ type: [FileChangeDto] }) files!: FileChangeDto[];
}
