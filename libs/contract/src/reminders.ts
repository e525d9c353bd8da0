/**
 * Rungs of the reminder ladder (design §4): working days before the due day, the day itself, and each working day after.
 * A ledger row per (deadline, rung, recipient) makes each go out once.
 */
export const rungsBefore = [5, 3, 1] as const;

export type Rung = `before-${number}` | 'due-day' | `overdue-${number}`;

/**
 * Who hears of a deadline, and from when on (design §4): the desk's people, deputies among them, who hold a position there; from its last day on also the desk's
 * super administrator; once it has passed the next desk on the route, by the act `escalate`. None of them approves or refuses anything.
 */
export const ladder = [
  { from: 'before-5', tells: 'desk' },
  { from: 'due-day', tells: 'super-admin' },
  { from: 'escalate', tells: 'next-desk' },
] as const;

/** Whether the desk's super administrator is reminded too. */
export const climbs = (rung: Rung): boolean => rung === 'due-day' || rung.startsWith('overdue-');

/** One reminder that is due: who is to be reminded of which deadline. Ids only. */
export interface DueReminder {
  deadlineId: string;
  rung: Rung;
  subject: string;
  /** The desk's people, or one person (a completer with a returned submission). */
  organisationId: string | null;
  personId: string | null;
  /** The deadline's last civil day. */
  dueOn: string;
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
export interface RunningDeadline extends Omit<DueReminder, 'rung'> {
  startOn: string;
}
