import type { Instant } from './ledger';
import type { RouteLeg, StageKind } from './review-route';
import type { SubmissionAct } from './submission-acts';
import type { IntakeMode, SubmissionState } from './submission-states';
import type { Category } from './registration-form';

/**
 * One fact of a submission's ledger as its workflow hears it: what happened, and where the submission stands since.
 * Ids, stages and instants only; names and opinions stay in MariaDB.
 */
export interface SubmissionFact {
  serial: string;
  /** From 1 without gaps. */
  number: number;
  act: SubmissionAct;
  at: Instant;
  /** Who acted; null for the workflow. */
  by: string | null;
  state: SubmissionState;
  /** The stage that holds it now; null when it is with the completer or over. */
  stage: StageKind | null;
  round: number;
  /** The organisation at the present desk. */
  deskId: string | null;
  /** When the present wait is late; null when nothing falls due any more (also after its escalation). */
  dueAt: Instant | null;
  /** In publicity: an objection holds the registration, and `dueAt` is when that must be decided. */
  held?: true;
  /** The cut-off of its window while that still binds it; null in rolling intake and once recommended to the department. */
  cutOffAt: Instant | null;
  mode: IntakeMode;
  registrationNumber: string | null;
  /** What operators see: on the first fact, and again when it travels another route. */
  about?: SubmissionAbout;
}

export interface SubmissionAbout {
  category: Category;
  registrationYear: number;
  unitId: string;
  organiserId: string;
  areaCode: string;
  windowId: string | null;
  legs: RouteLeg[];
}

/** A completed workflow's result: endings people plan for are results. */
export interface SubmissionOutcome {
  serial: string;
  state: SubmissionState;
  lastFact: number;
  registrationNumber: string | null;
}

/** Answer to every act of a person, and the head of every page on a submission. */
export interface Progress {
  serial: string;
  state: SubmissionState;
  stage: StageKind | null;
  round: number;
  mode: IntakeMode;
  deskId: string | null;
  dueAt: Instant | null;
  /** Past the calendar's horizon the date is provisional (P40). */
  dueProvisional: boolean;
  /** In publicity: an objection holds the registration until it is decided (P33). */
  held?: true;
  registrationNumber: string | null;
  /** Number of the last entry of its timeline. */
  lastFact: number;
}
