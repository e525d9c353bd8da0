import type { OpenSubmission } from '@dengke/contract';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

export class OpenWorkQuery {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5000) @IsString({ each: true }) @MaxLength(64, { each: true }) organisationIds!: string[];
}

export interface OpenWork {
  /** The first of them, by serial. */
  submissions: OpenSubmission[];
  submissionCount: number;
  draftCount: number;
}
