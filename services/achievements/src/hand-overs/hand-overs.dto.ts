import { IsString, Length, Matches } from 'class-validator';
import type { EachOutcome } from '../acts/many-acts.service';

export class HandOverDto {
  @IsString() @Length(1, 64) fromPersonId!: string;
  /** A colleague of the same unit. */
  @IsString() @Length(1, 64) toPersonId!: string;
  @IsString() @Length(1, 2000) @Matches(/\S/) reason!: string;
}

export interface HandedOver {
  draftIds: string[];
  /** The open submissions, each for itself: who has decided a stage of one does not become its submitter (P30). */
  submissions: EachOutcome[];
}
