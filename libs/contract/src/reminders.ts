import type { NoticeLimit } from './notices';

/**
 * Rungs of the reminder ladder (docs/deadlines.md, “Late”): working days before the due day, the day itself, and each working day after.
 * A ledger row per (deadline, rung, recipient) makes each go out once.
 */
export const rungsBefore = [5, 3, 1] as const;

export type Rung = `before-${number}` | 'due-day' | `overdue-${number}`;

/**
 * Whether the desk's super administrator is reminded too: from the last day on. Before that the desk's people are, deputies among them, who hold a position there; once
 * the day has passed the next desk on the route hears of it, by the act `escalate`. None of them approves or refuses anything.
 */
export const climbs = (rung: Rung): boolean => rung === 'due-day' || rung.startsWith('overdue-');

/** Working days from one step up the cascade to the next, while a letter is late. */
export const stepUpAfter = 3;

/**
 * How many steps up the cascade a late letter has come by a rung (P31): its issuer hears of it first; then, each time, the super administrator of
 * who has heard of it, and the desk next above. 0: it is not late.
 */
export function stepsUp(rung: Rung): number {
  const late = /^overdue-(\d+)$/.exec(rung)?.[1];
  return late === undefined ? 0 : 1 + Math.floor((Number(late) - 1) / stepUpAfter);
}

/** One reminder that is due: who is to be reminded of which deadline. Ids only. */
export interface DueReminder {
  /** What is waited for and, behind the last `@`, by which day: each rung of another day is told anew. */
  deadlineId: string;
  rung: Rung;
  subject: string;
  /** The desk's people, or one person (a completer with a returned submission). */
  organisationId: string | null;
  personId: string | null;
  /** The deadline's last civil day. */
  dueOn: string;
  /** Beyond the days the calendar knows (P40); absent: it is settled. */
  provisional?: true;
}

/** Of the id of a deadline what is waited for, whatever the day by which it is. */
export const withoutDay = (deadlineId: string): string => deadlineId.replace(/@[^@]*$/, '');

/** One that is due as it travels, thousands at a time: without the names of its fields, which are as long as what stands in them. */
export type DueRow = readonly [
  deadlineId: string,
  rung: Rung,
  subject: string,
  organisationId: string | null,
  personId: string | null,
  dueOn: string,
  provisional?: true,
];

export function dueRow({ deadlineId, rung, subject, organisationId, personId, dueOn, provisional }: DueReminder): DueRow {
  const settled = [deadlineId, rung, subject, organisationId, personId, dueOn] as const;
  return provisional === true ? [...settled, provisional] : settled;
}

/** A page that was under way from before there were rows has its names. */
export function dueReminderOf(row: DueRow | DueReminder): DueReminder {
  if (!Array.isArray(row)) {
    return row as DueReminder;
  }
  const [deadlineId, rung, subject, organisationId, personId, dueOn, provisional] = row as DueRow;
  return { deadlineId, rung, subject, organisationId, personId, dueOn, ...(provisional === true ? { provisional } : {}) };
}

/** A deadline that somebody has to meet, as his calendar shows it. Ids and days only. */
export interface OwnDeadline {
  deadlineId: string;
  subject: string;
  dueOn: string;
  /** Beyond the days the calendar knows (P40). */
  provisional: boolean;
}

/** A deadline that runs elsewhere than in achievements: what it asks for to find the rung. Ids and days only. */
export interface RunningDeadline extends Omit<DueReminder, 'rung' | 'dueOn'> {
  startOn: string;
  /** Null where achievements counts it, by the limit. */
  dueOn: string | null;
  limit?: NoticeLimit;
}

/** Where it runs, in the order in which a round asks. */
export const reminderSources = ['submissions', 'applications', 'notices'] as const;
export type ReminderSource = (typeof reminderSources)[number];
