import type { ApplicationFact, ApplicationLimit, CountedDay } from './applications';
import type { CorrectionFact } from './correction';
import type { Instant, PlainDate } from './ledger';
import type { NoticeFact } from './notices';
import type { DueReminder, DueRow, RunningDeadline } from './reminders';
import type { ReportTry, ReportUpFact } from './report-up';
import type { SubmissionFact } from './submission-facts';
import type { WindowFact } from './windows';

/**
 * What workflows ask of the services, by the owner of the data. Each is idempotent by the workflow, the act and the number of the
 * fact it follows; each answers with the fact that stands afterwards, which may be another act that came first.
 */
export interface AchievementsActivities {
  /** Facts of a submission after a number, in order; from 0 all of them. */
  factsAfter(input: { serial: string; after: number }): Promise<SubmissionFact[]>;
  /** The desk is late: inform the next desk on the route (P31). Never decides. */
  escalate(input: TimedAct): Promise<SubmissionFact[]>;
  /** The cut-off has passed without a recommendation: go on in rolling intake (P13). */
  carryOver(input: TimedAct): Promise<SubmissionFact[]>;
  /** Publicity has ended: allocate number, approval date and state in one transaction (P33, P34). */
  register(input: TimedAct): Promise<SubmissionFact[]>;
  /** Hand the registered achievement to the ministry's desk (S34, P37). */
  reportUp(input: TimedAct): Promise<SubmissionFact[]>;

  /** Facts of a correction after a number, in order; from 0 all of them. */
  correctionFactsAfter(input: { id: string; after: number }): Promise<CorrectionFact[]>;
  /** The department is late with a correction: its super administrator is told (P31). Never decides. */
  escalateCorrection(input: TimedCorrectionAct): Promise<CorrectionFact[]>;

  windowFactsAfter(input: { windowId: string; after: number }): Promise<WindowFact[]>;
  openWindow(input: TimedWindowAct): Promise<WindowFact[]>;
  /** Settles one page of the window's submissions at a cut-off; `next` is the cursor of the following page, null at the end. */
  settleCutOff(input: { windowId: string; cutOffAt: Instant; cursor: string | null }): Promise<{ next: string | null; settled: number }>;
  /** The window’s dates were moved: one page of its submissions hear of the cut-off that binds them now. */
  tellCutOffs(input: { windowId: string; at: Instant; cursor: string | null }): Promise<{ next: string | null; told: number }>;
  /** The day on which the system was down, as a window's act at an instant has it; null where that says none. */
  lostDay(input: { windowId: string; at: Instant }): Promise<LostDay | null>;
  /** All cut-offs passed and settled: freeze the summary sheets and the account (P14). */
  freezeWindow(input: TimedWindowAct): Promise<WindowFact[]>;
  startPaperDays(input: TimedWindowAct): Promise<WindowFact[]>;
  closeWindow(input: TimedWindowAct): Promise<WindowFact[]>;

  reportUpFactsAfter(input: { bundleId: string; after: number }): Promise<ReportUpFact[]>;
  /** The bundle takes no more items. */
  closeReport(input: TimedReportAct): Promise<ReportUpFact[]>;
  /** Gives the bundle its one content, signed, which never changes again (P37). */
  sealReport(input: TimedReportAct): Promise<ReportUpFact[]>;
  /** Hands the sealed bundle to the registry: the same under the same ids, however often. A registry that is away is an answer. */
  sendReport(input: TimedReportAct): Promise<ReportTry>;
  /** Asks the registry what became of the items, and lets the judge act on what it says (S34, P37). */
  askReport(input: TimedReportAct): Promise<ReportTry>;

  /** Whether `on` is a working day, and the instant of the next round (09:00 Asia/Shanghai of the next working day after `on`). */
  nextRound(input: { after: Instant }): Promise<{ at: Instant; on: PlainDate }>;
  /** One page of what is to be reminded on a working day. */
  remindersDue(input: { on: PlainDate; at: Instant; cursor: string | null }): Promise<{ due: DueRow[]; next: string | null }>;
  /** Which of the deadlines of another service are to be reminded of on a working day, and on which rung. */
  rungsOn(input: { on: PlainDate; waiting: RunningDeadline[] }): Promise<{ due: DueRow[] }>;
  /** One page of the open deadlines that an edition of the calendar may move: each that it does is counted anew by an act (P40–P42). */
  recountDeadlines(input: RecountPage): Promise<Recounted>;
  /** The due day of an application that waits at a desk since an instant, by the calendar in force and the limit of then, or the one named (P32, P39). */
  dueOn(input: DueDayAsked): Promise<CountedDay>;
}

/** What accounts does for the workflows of applications. Idempotent like all others, through the same judge as people's acts. */
export interface AccountsActivities {
  /** Facts of an application after a number, in order; from 0 all of them. */
  applicationFactsAfter(input: { subject: string; after: number }): Promise<ApplicationFact[]>;
  /** Records the due day that achievements has counted. */
  setDue(input: TimedApplicationAct & { due: CountedDay }): Promise<ApplicationFact[]>;
  /** The desk is late: the level above is told (P31). Never decides. */
  escalate(input: TimedApplicationAct): Promise<ApplicationFact[]>;
  /** The first password was not changed in its time: it can be issued again (P8). */
  expire(input: TimedApplicationAct): Promise<ApplicationFact[]>;
  /** The same for applications: each whose due day was counted by an earlier edition has it counted anew. */
  recountApplications(input: RecountPage): Promise<Recounted>;
  /** One page of the applications whose day a lost one was: each has more days, by an act of its own (P31, P32). */
  extendApplications(input: LostDayPage): Promise<Recounted>;
  /** One page of what waits at the desks of accounts, for the reminder round: each deadline with each person who may decide. */
  applicationsWaiting(input: { at: Instant; cursor: string | null }): Promise<{ waiting: RunningDeadline[]; next: string | null }>;
}

export interface NotificationsActivities {
  /** Claims each (deadline, rung, recipient) once; the claimed wait for the day's digest. Answers how many were new. */
  noteReminders(input: { on: PlainDate; at: Instant; due: (DueRow | DueReminder)[] }): Promise<{ noted: number }>;
  /** One digest per person for the day, sent once. Answers how many people. */
  sendDigests(input: { on: PlainDate; at: Instant }): Promise<{ people: number }>;

  /** Facts of a letter after a number, in order; from 0 all of them. */
  noticeFactsAfter(input: { noticeId: string; after: number }): Promise<NoticeFact[]>;
  /** Tells one page of the addressees what has happened up to a fact and nobody was told; `next` is the cursor of the following page. */
  tellAddressees(input: { noticeId: string; upTo: number; cursor: string | null }): Promise<{ told: number; next: string | null }>;
  /** The last day for answers is over: the issuer learns who has not answered (P5). Late answers are still taken. */
  noticeFallsDue(input: TimedNoticeAct): Promise<NoticeFact[]>;
  /** One page of the answers that are waited for, for the reminder round: each with the desk of the addressee. */
  noticesWaiting(input: { at: Instant; cursor: string | null }): Promise<{ waiting: RunningDeadline[]; next: string | null }>;
}

/** An act of time upon a submission: at which instant, after which fact. */
export interface TimedAct {
  serial: string;
  /** Number of the fact the workflow had followed when it acted; part of the act's id. */
  after: number;
  at: Instant;
}
export interface DueDayAsked {
  limit: ApplicationLimit;
  since: Instant;
  /** Whose own limit goes before the general one. */
  deskId?: string;
  /** The limit it goes by already; absent: the one in force when it began. */
  limitId?: string;
  /** Days beside the limit's, by which it was extended. */
  extraDays?: number;
}
export interface TimedApplicationAct {
  subject: string;
  after: number;
  at: Instant;
}
export interface TimedCorrectionAct {
  id: string;
  after: number;
  at: Instant;
}
export interface TimedWindowAct {
  windowId: string;
  after: number;
  at: Instant;
}
export interface TimedNoticeAct {
  noticeId: string;
  after: number;
  at: Instant;
}
/** A page of what is counted anew by an edition of the calendar, loaded at an instant. */
export interface RecountPage {
  version: number;
  at: Instant;
  cursor: string | null;
}
/** A day on which nobody could work: what ended on it ends so many days of its limit's kind later (P32). */
export interface LostDay {
  on: PlainDate;
  workdays: number;
  days: number;
  /** The entry of the window that says so: `window/h1-2023#5`. */
  saidBy: string;
}
export interface LostDayPage {
  lost: LostDay;
  at: Instant;
  cursor: string | null;
}
export interface Recounted {
  moved: number;
  next: string | null;
}
export interface TimedReportAct {
  bundleId: string;
  after: number;
  at: Instant;
}
