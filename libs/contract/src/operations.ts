import type { Instant, PlainDate } from './ledger';
import type { StageKind } from './review-route';
import type { SubmissionAct } from './submission-acts';
import type { Progress } from './submission-facts';
import type { SubmissionState } from './submission-states';
import type { WorkflowProgress } from './workflows';

/** What operators do to the house itself; each is in the ledgers, with who and why. */
export const houseWorks = [
  'backup',
  'export',
  'restore',
  'promote',
  'rotate-keys',
  'rotate-payload-keys',
  'rotate-certificate-key',
] as const;
export type HouseWork = (typeof houseWorks)[number];

/** A timer that has not fired: when it will, and what it is for. */
export interface PendingTimer {
  at: Instant;
  meaning: string | null;
}

/** An activity under way, waiting for its service or for its next try. */
export interface PendingActivity {
  activity: string;
  /** 1 at the first try. */
  attempt: number;
  /** Kind of the last failure; null at the first try. */
  failure: string | null;
}

/** A run as Temporal has it. */
export interface WorkflowRun {
  workflowId: string;
  runId: string;
  /** Of Temporal: RUNNING, COMPLETED, TERMINATED … */
  status: string;
  startedAt: Instant;
  historyLength: number;
  /** The last fact that it showed; null where it shows none. */
  lastFact: number | null;
  activities: PendingActivity[];
  /** How often the task that waits was tried: more than a few times, and its code fails. */
  taskAttempts: number;
}

/** The run of one workflow in full. */
export interface WorkflowLook extends WorkflowRun {
  /** Its own account; null when no worker answered. */
  progress: WorkflowProgress | null;
  timers: PendingTimer[];
}

export interface StageExplained {
  kind: StageKind;
  round: number;
  deskId: string;
  startedAt: Instant;
  openedAt: Instant | null;
  claimedBy: string | null;
  decision: SubmissionAct | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
}

export interface DeadlineExplained {
  about: string;
  round: number;
  binding: { on: PlainDate; because: 'limit' | 'cut-off' };
  dueOn: PlainDate;
  provisional: boolean;
  rule: { value: number; unit: 'workdays' | 'days'; source: string };
  startOn: PlainDate;
  skipped: { date: PlainDate; reason: string; name: string | null }[];
  calendarVersion: number;
  state: string;
}

export interface EntryExplained {
  number: number;
  act: string;
  at: Instant;
  by: string | null;
  organisationId: string | null;
  state: string;
  stage: string | null;
}

/** One submission as operators see it: ids and instants, no names and no words of people. */
export interface SubmissionExplained {
  progress: Progress;
  unitId: string;
  submitterId: string;
  windowId: string | null;
  escalatedAt: Instant | null;
  stages: StageExplained[];
  deadlines: DeadlineExplained[];
  timeline: EntryExplained[];
  /** Numbers of the entries that its workflow has not been told of yet. */
  untold: number[];
  /** Null when Temporal knows none. */
  workflow: WorkflowLook | null;
}

/** What was told of it to whom. */
export interface MessageTold {
  at: Instant;
  kind: string;
  recipientId: string;
  readAt: Instant | null;
  /** State of the mail that went with it; null without one. */
  mail: string | null;
}

/** How many open submissions stand somewhere, and how many of them are in trouble. */
export interface StandingCount {
  state: SubmissionState;
  stage: StageKind | null;
  open: number;
  late: number;
  escalated: number;
  onHold: number;
}

/** Facts of one service's ledger that workflows have not been told of. */
export interface UntoldFacts {
  subject: string;
  facts: number;
  since: Instant;
}

export const stuckReasons = ['late', 'escalated', 'objection', 'suspicion', 'withdrawal-asked'] as const;
export type StuckReason = (typeof stuckReasons)[number];

export interface StuckSubmission {
  serial: string;
  state: SubmissionState;
  deskId: string | null;
  dueAt: Instant | null;
  reasons: StuckReason[];
}

/** A workflow that does not go on as it should. */
export interface StuckWorkflow {
  workflowId: string;
  status: string;
  /** In one line: what fails or lacks. */
  because: string;
}

export interface StuckWorkflows {
  looked: number;
  /** Whether there are more than were looked at. */
  more: boolean;
  stuck: StuckWorkflow[];
}
