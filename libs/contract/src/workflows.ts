import type { ApplicationFact, ApplicationOutcome } from './applications';
import type { CalendarChangeInput, CalendarChangeResult } from './calendar';
import type { CorrectionFact, CorrectionOutcome } from './correction';
import type { Instant, PlainDate } from './ledger';
import type { NoticeFact, NoticeOutcome } from './notices';
import type { ReminderSource } from './reminders';
import type { ReportUpFact, ReportUpResult } from './report-up';
import type { SubmissionAbout, SubmissionFact, SubmissionOutcome } from './submission-facts';
import type { WindowFact, WindowResult } from './windows';

/** Workflow types and ids. The ids are functions, so that `signalWithStart` never makes a second one. */
export const workflowTypes = {
  submission: 'submission',
  batchWindow: 'batchWindow',
  reportUp: 'reportUp',
  credentialApplication: 'credentialApplication',
  organiserApplication: 'organiserApplication',
  correction: 'correction',
  notice: 'notice',
  reminderRound: 'reminderRound',
  calendarChange: 'calendarChange',
} as const;

export const submissionWorkflowId = (serial: string): string => `submission/${serial}`;
export const windowWorkflowId = (windowId: string): string => `window/${windowId}`;
export const reportUpWorkflowId = (bundleId: string): string => `report-up/${bundleId}`;
export const credentialApplicationWorkflowId = (id: string): string => `credentialApplication/${id}`;
export const organiserApplicationWorkflowId = (id: string): string => `organiserApplication/${id}`;
export const correctionWorkflowId = (id: string): string => `correction/${id}`;
export const noticeWorkflowId = (id: string): string => `notice/${id}`;
export const reminderRoundWorkflowId = 'reminder-round';
export const calendarChangeWorkflowId = (version: number): string => `calendar/${version}`;

/** Shapes of the workflows, so that services start them by name and type without importing them. */
export interface Workflows {
  submission(input: SubmissionInput): Promise<SubmissionOutcome>;
  batchWindow(input: BatchWindowInput): Promise<WindowResult>;
  reportUp(input: ReportUpInput): Promise<ReportUpResult>;
  credentialApplication(input: ApplicationInput): Promise<ApplicationOutcome>;
  organiserApplication(input: ApplicationInput): Promise<ApplicationOutcome>;
  correction(input: CorrectionInput): Promise<CorrectionOutcome>;
  notice(input: NoticeInput): Promise<NoticeOutcome>;
  reminderRound(input: ReminderRoundInput): Promise<void>;
  calendarChange(input: CalendarChangeInput): Promise<CalendarChangeResult>;
}

/** `pausedFor` is carried by the workflow itself when it continues as new: an operator's pause outlives a refresh. */
export interface SubmissionInput {
  serial: string;
  pausedFor?: string;
}
export interface BatchWindowInput {
  windowId: string;
  pausedFor?: string;
}
export interface ReportUpInput {
  bundleId: string;
  pausedFor?: string;
}
export interface ApplicationInput {
  id: string;
  pausedFor?: string;
}
export interface CorrectionInput {
  id: string;
  pausedFor?: string;
}
export interface NoticeInput {
  id: string;
  pausedFor?: string;
}
/** Rounds up to `until`, for ever without it. `after`, the last round held, is carried by the workflow itself. */
export interface ReminderRoundInput {
  until?: Instant;
  after?: Instant;
  /** Where the run before stopped in the middle of a round. */
  underWay?: RoundUnderWay;
}

export interface RoundDay {
  at: Instant;
  on: PlainDate;
}

export interface RoundUnderWay {
  /** The earliest of the rounds that are held together. */
  first: RoundDay;
  round: RoundDay;
  source: ReminderSource;
  cursor: string | null;
}

/** Names of the messages; their definitions are in `@dengke/contract/messages`. */
export const messageNames = {
  submissionFacts: 'facts',
  windowFacts: 'windowFacts',
  reportUpFacts: 'reportUpFacts',
  applicationFacts: 'applicationFacts',
  noticeFacts: 'noticeFacts',
  calendarChanged: 'calendarChanged',
  correctionFacts: 'correctionFacts',
  progress: 'progress',
  refresh: 'refresh',
  pause: 'pause',
  resume: 'resume',
  retryNow: 'retryNow',
} as const;

export interface SubmissionFactsSignal {
  facts: SubmissionFact[];
}
export interface ApplicationFactsSignal {
  facts: ApplicationFact[];
}
export interface CorrectionFactsSignal {
  facts: CorrectionFact[];
}
export interface WindowFactsSignal {
  facts: WindowFact[];
}
export interface NoticeFactsSignal {
  facts: NoticeFact[];
}
export interface ReportUpFactsSignal {
  facts: ReportUpFact[];
}

/** How far a workflow has come, for operators and for `reconcile`. */
export interface WorkflowProgress {
  lastFact: number;
  state: string;
  waitsUntil: string | null;
  /** Time does nothing: an operator paused it, or the judge refused what was due. */
  paused: boolean;
  /** Why an operator paused it. */
  pausedFor?: string;
}

/** Search attributes for operators (never for lists or decisions); registered by the bootstrap. */
export const searchAttributes = {
  Stage: 'KEYWORD',
  Organiser: 'KEYWORD',
  Area: 'KEYWORD',
  Window: 'KEYWORD',
  Category: 'KEYWORD',
  SubmissionState: 'KEYWORD',
  Round: 'INT',
  LastFact: 'INT',
  DueAt: 'DATETIME',
} as const;
export type SearchAttribute = keyof typeof searchAttributes;

/** By what operators find a submission in the Temporal UI once its workflow has followed this fact. One that an objection holds is told apart from those in publicity. */
export const submissionAttributes = (
  last: SubmissionFact,
  about: SubmissionAbout | undefined,
): Record<SearchAttribute, string | number | null> => ({
  Stage: last.stage,
  Organiser: about?.organiserId ?? null,
  Area: about?.areaCode ?? null,
  Window: about?.windowId ?? null,
  Category: about?.category ?? null,
  SubmissionState: last.held === true ? 'held' : last.state,
  Round: last.round,
  LastFact: last.number,
  DueAt: last.dueAt,
});
