import type { DueReminder, Instant, PlainDate, Rung, RunningDeadline } from '@dengke/contract';
import { dayOf, instantOf, startOfDay } from './instants';
import { dayAfter, isWorkday } from './spec-calendar';
import type { SpecCalendar } from './spec-calendar';

const pageSize = 2;
const hourMs = 3_600_000;

/** What achievements and notifications do in a reminder round, in memory: due reminders by day, each claimed once, one digest a person. */
export class ReminderLedger {
  /** `<day> <person>: <deadline> <rung>, …`, day by day; of a day people and what each is told are in the order of their names, since pages are noted in any order. */
  readonly digests: string[] = [];
  /** `<day> <instant>` of each round whose digests were sent. */
  readonly rounds: string[] = [];
  readonly due = new Map<PlainDate, DueReminder[]>();
  /** What waits in accounts, and on which rung it stands on which day. */
  readonly elsewhere: Array<RunningDeadline & { rungs: Record<PlainDate, Rung> }> = [];
  private readonly claimed = new Set<string>();
  private readonly waiting: DueReminder[] = [];
  private readonly sent = new Set<string>();

  /** Another one is in force as soon as it stands here. */
  constructor(public calendar: SpecCalendar) {}

  nextRound(after: Instant): { at: Instant; on: PlainDate } {
    for (let day = dayOf(after); ; day = dayAfter(day)) {
      const at = instantOf(Date.parse(startOfDay(day)) + 9 * hourMs);
      if (at > after && isWorkday(this.calendar, day)) {
        return { at, on: day };
      }
    }
  }

  remindersDue(on: PlainDate, cursor: string | null): { due: DueReminder[]; next: string | null } {
    const { page, next } = pageOf(this.due.get(on) ?? [], cursor);
    return { due: page, next };
  }

  applicationsWaiting(cursor: string | null): { waiting: RunningDeadline[]; next: string | null } {
    const { page, next } = pageOf(this.elsewhere, cursor);
    return { waiting: page, next };
  }

  rungsOn(on: PlainDate, waiting: readonly RunningDeadline[]): { due: DueReminder[] } {
    return {
      due: waiting.flatMap(({ startOn: _, limit: __, ...waits }) => {
        const deadline = { ...waits, dueOn: waits.dueOn ?? '' };
        const found = this.elsewhere.find(({ deadlineId }) => deadlineId === deadline.deadlineId);
        const rung = found === undefined ? this.plainRung(on, deadline.dueOn) : found.rungs[on];
        return rung === undefined ? [] : [{ ...deadline, rung }];
      }),
    };
  }

  /** Of what has no rungs of its own: the last day and the working days after. */
  private plainRung(on: PlainDate, dueOn: PlainDate): Rung | undefined {
    return on === dueOn ? 'due-day' : on > dueOn ? `overdue-${workdaysUntil(this.calendar, dueOn, on)}` : undefined;
  }

  note(due: readonly DueReminder[]): { noted: number } {
    const fresh = due.filter(({ deadlineId, rung, personId }) => !this.claimed.has(`${deadlineId} ${rung} ${personId}`));
    fresh.forEach(({ deadlineId, rung, personId }) => this.claimed.add(`${deadlineId} ${rung} ${personId}`));
    this.waiting.push(...fresh);
    return { noted: fresh.length };
  }

  send({ on, at }: { on: PlainDate; at: Instant }): { people: number } {
    this.rounds.push(`${on} ${at}`);
    const byPerson = new Map<string, string[]>();
    for (const { personId, deadlineId, rung } of this.waiting.splice(0)) {
      byPerson.set(personId ?? '', [...(byPerson.get(personId ?? '') ?? []), `${deadlineId} ${rung}`]);
    }
    for (const [person, lines] of [...byPerson].sort(([one], [other]) => one.localeCompare(other))) {
      if (!this.sent.has(`${on} ${person}`)) {
        this.sent.add(`${on} ${person}`);
        this.digests.push(`${on} ${person}: ${lines.sort().join(', ')}`);
      }
    }
    return { people: byPerson.size };
  }
}

function workdaysUntil(calendar: SpecCalendar, from: PlainDate, to: PlainDate): number {
  let days = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) {
    days += isWorkday(calendar, day) ? 1 : 0;
  }
  return days;
}

function pageOf<T>(all: readonly T[], cursor: string | null): { page: T[]; next: string | null } {
  const from = cursor === null ? 0 : Number(cursor);
  const next = from + pageSize;
  return { page: all.slice(from, next), next: next < all.length ? String(next) : null };
}
