import { doors } from '@dengke/contract';
import type { Door, ErrorCode, Evidence, Instant, IntakeMode } from '@dengke/contract';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import type { Doubt } from './doubts';
import type { DraftForm } from './draft.entity';
import { Given, RegistrationFormDto } from './registration-form.dto';

export class DraftParam {
  @IsUUID() id!: string;
}

export class CreateDraftDto {
  @IsDefined() @IsObject() @ValidateNested() @Type(() => RegistrationFormDto) form!: RegistrationFormDto;
}

/** The whole form anew; a field left out is cleared. */
export class ChangeDraftDto extends CreateDraftDto {
  /** The version the change was made on. */
  @IsInt() @Min(1) version!: number;
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

export interface DraftView {
  id: string;
  version: number;
  form: DraftForm;
  evidence: Evidence[];
  changedAt: Instant;
}

export interface DraftLine {
  id: string;
  version: number;
  name: string | null;
  category: string | null;
  changedAt: Instant;
}

export interface DraftPage {
  items: DraftLine[];
  next: string | null;
}

/** What submit would refuse, what looks wrong, and which intake the draft would enter; no intake before it can be dated and routed. */
export interface Gaps {
  missing: { code: ErrorCode; field: string | null; rule: string }[];
  doubtful: Doubt[];
  intake: { mode: IntakeMode; windowId: string | null; why: string } | null;
}
