import type { FormCompleter, FormUnit } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { MaxLength } from 'class-validator';
import { Given } from './registration-form.dto';

export class KnownQuery {
  /** Part of a name, or the beginning of a unit's code. */
  @Given() @MaxLength(60) q?: string;
}

/** Where it was typed before: the row of a draft of one's own unit, to be read there whole; null for what accounts knows. */
export class KnownRow {
  @ApiProperty({ type: String, nullable: true }) draftId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'units.0' }) field!: string | null;
}

/** A unit as a form states it, telephone and mail masked. */
export class KnownUnit extends KnownRow {
  @ApiProperty({ type: 'object', additionalProperties: true }) unit!: Partial<FormUnit>;
}

/** A person as a form states him, without the month of his birth. */
export class KnownCompleter extends KnownRow {
  @ApiProperty({ type: 'object', additionalProperties: true }) completer!: Partial<FormCompleter>;
}
