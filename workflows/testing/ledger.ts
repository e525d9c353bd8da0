import { dueReminderOf, dueRow } from '@dengke/contract';
import type { AccountsActivities, AchievementsActivities, DueReminder, DueRow, NotificationsActivities } from '@dengke/contract';
import { ApplicationLedger } from './application-ledger';
import { CalendarLedger } from './calendar-ledger';
import { NoticeLedger } from './notice-ledger';
import { ReportLedger } from './report-ledger';
import { CorrectionLedger } from './correction-ledger';
import { ReminderLedger } from './reminder-ledger';
import type { SpecCalendar } from './spec-calendar';
import { defaultLimits } from './submission-case';
import type { Limits } from './submission-case';
import { SubmissionLedger } from './submission-ledger';
import { WindowLedger } from './window-ledger';

/** The one in-memory ledger behind all activities of a spec. */
export class Ledger {
  readonly submissions: SubmissionLedger;
  readonly windows: WindowLedger;
  readonly applications: ApplicationLedger;
  readonly corrections: CorrectionLedger;
  readonly reminders: ReminderLedger;
  readonly calendar = new CalendarLedger();
  readonly notices = new NoticeLedger();
  readonly reports: ReportLedger;
  /** What the service answers with instead, as long as it is set: a fault, for specs about retries and refusals. */
  fault: Error | null = null;
  /** Only this activity is at fault; null: all of them. */
  faultOf: string | null = null;
  /** How often it has answered so. */
  faulted = 0;

  constructor(limits: Partial<Limits> = {}, calendar: SpecCalendar = { daysOff: [], makeupDays: [] }) {
    this.submissions = new SubmissionLedger({ ...defaultLimits, ...limits });
    this.windows = new WindowLedger(this.submissions);
    this.applications = new ApplicationLedger(calendar);
    this.reports = new ReportLedger(this.submissions);
    this.corrections = new CorrectionLedger(calendar);
    this.reminders = new ReminderLedger(calendar);
  }

  /** What stands to be relayed. */
  get outboxes(): unknown[][] {
    return [this.submissions, this.windows, this.applications, this.reports, this.corrections, this.notices].map(({ outbox }) => outbox);
  }

  achievements(): AchievementsActivities {
    const { submissions, windows, applications, corrections, reminders, calendar, reports } = this;
    return this.faulty({
      factsAfter: async ({ serial, after }) => submissions.factsAfter(serial, after),
      escalate: async (input) => submissions.time(input, 'escalate'),
      carryOver: async (input) => submissions.time(input, 'carryOver'),
      register: async (input) => submissions.time(input, 'register'),
      reportUp: async (input) => submissions.time(input, 'reportUp'),
      correctionFactsAfter: async ({ id, after }) => corrections.factsAfter(id, after),
      escalateCorrection: async (input) => corrections.escalate(input),
      windowFactsAfter: async ({ windowId, after }) => windows.factsAfter(windowId, after),
      openWindow: async (input) => windows.time(input, 'open'),
      settleCutOff: async (input) => windows.settleCutOff(input),
      tellCutOffs: async (input) => windows.tellCutOffs(input),
      lostDay: async ({ windowId, at }) => windows.lostDay(windowId, at),
      freezeWindow: async (input) => windows.time(input, 'freeze'),
      startPaperDays: async (input) => windows.time(input, 'startPaperDays'),
      closeWindow: async (input) => windows.time(input, 'close'),
      reportUpFactsAfter: async ({ bundleId, after }) => reports.factsAfter(bundleId, after),
      closeReport: async (input) => reports.close(input),
      sealReport: async (input) => reports.seal(input),
      sendReport: async (input) => reports.try(input, 'sealed'),
      askReport: async (input) => reports.try(input, 'sent'),
      nextRound: async ({ after }) => reminders.nextRound(after),
      remindersDue: async ({ on, cursor }) => inRows(reminders.remindersDue(on, cursor)),
      rungsOn: async ({ on, waiting }) => inRows(reminders.rungsOn(on, waiting)),
      dueOn: async (asked) => applications.dueOn(asked),
      recountDeadlines: async (page) => calendar.recount('submissions', page),
    });
  }

  accounts(): AccountsActivities {
    const { applications, reminders, calendar } = this;
    return this.faulty({
      applicationFactsAfter: async ({ subject, after }) => applications.factsAfter(subject, after),
      setDue: async (input) => applications.time(input, 'setDue', input.due),
      escalate: async (input) => applications.time(input, 'escalate'),
      expire: async (input) => applications.time(input, 'expire'),
      recountApplications: async (page) => calendar.recount('applications', page),
      extendApplications: async (page) => applications.extend(page),
      applicationsWaiting: async ({ cursor }) => reminders.applicationsWaiting(cursor),
    });
  }

  notifications(): NotificationsActivities {
    const { reminders, notices } = this;
    return this.faulty({
      noteReminders: async ({ due }) => reminders.note(due.map(dueReminderOf)),
      sendDigests: async (input) => reminders.send(input),
      noticeFactsAfter: async ({ noticeId, after }) => notices.factsAfter(noticeId, after),
      tellAddressees: async ({ noticeId, upTo, cursor }) => notices.tell(noticeId, upTo, cursor),
      noticeFallsDue: async (input) => notices.fallsDue(input),
      noticesWaiting: async () => ({ waiting: notices.waiting(), next: null }),
    });
  }

  private faulty<T extends object>(activities: T): T {
    const guarded = Object.entries(activities).map(([name, activity]) => [
      name,
      async (input: unknown): Promise<unknown> => {
        if (this.fault !== null && (this.faultOf ?? name) === name) {
          this.faulted += 1;
          throw this.fault;
        }
        return (activity as (input: unknown) => Promise<unknown>)(input);
      },
    ]);
    return Object.fromEntries(guarded) as T;
  }
}

const inRows = <T extends { due: DueReminder[] }>({ due, ...rest }: T): Omit<T, 'due'> & { due: DueRow[] } => ({
  ...rest,
  due: due.map(dueRow),
});
