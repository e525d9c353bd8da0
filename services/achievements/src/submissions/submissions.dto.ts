import { submissionStates } from '@dengke/contract';
import type { Evidence, Instant, Progress, RegistrationForm, RouteLeg, SubmissionState } from '@dengke/contract';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { windowId } from '../windows/windows.dto';

const views = ['mine', 'queue', 'all'] as const;

export class ListQuery {
  /** mine: what I submitted; queue: what waits at my desk; all: my part of the graphs. */
  @IsIn(views) view: (typeof views)[number] = 'all';
  @IsOptional() @IsIn(Object.keys(submissionStates)) state?: SubmissionState;
  @IsOptional() @Matches(windowId) window?: string;
  @IsOptional() @Matches(/^\d{4}-\d{6}$/) cursor?: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 50;
}

export interface SubmissionLine extends Progress {
  name: string;
  unitId: string;
  category: string;
  registrationYear: number;
  windowId: string | null;
  claimedBy: string | null;
  firstSubmittedAt: Instant;
}

export interface SubmissionList {
  items: SubmissionLine[];
  /** Serial to continue after; null at the end. */
  next: string | null;
}

export interface LegProgress extends RouteLeg {
  position: number;
  decision: string | null;
  decidedAt: Instant | null;
  openedAt: Instant | null;
  claimedBy: string | null;
  paper: { handedInAt: Instant | null; receivedAt: Instant | null } | null;
}

export interface SubmissionPage {
  progress: Progress;
  draftId: string;
  form: RegistrationForm;
  evidence: Evidence[];
  /** Digest of the locked version the form comes from (P27). */
  digest: string;
  legs: LegProgress[];
  paperRequired: boolean;
  windowId: string | null;
  windowOutcome: string | null;
  registrationYear: number;
  approvedOn: string | null;
  withdrawalAsked: boolean;
}

export interface TimelineLine {
  number: number;
  act: string;
  at: Instant;
  by: string | null;
  organisationId: string | null;
  stage: string | null;
  state: string;
  round: number;
  /** Reasons, remarks, opinions; null where there were none or they were erased. */
  text: Record<string, unknown> | null;
}
