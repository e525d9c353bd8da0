import type { DueReminder, Instant, PlainDate } from '@dengke/contract';
import { addDays, dayOf, instantOf, startOfDay } from './instants';

const pageSize = 2;
const hourMs = 3_600_000;

/** Days off and make-up working days of the specs' own calendar. */
export interface SpecCalendar {
  daysOff: readonly PlainDate[];
  makeupDays: readonly PlainDate[];
}

/** What achievements and notifications do in a reminder round, in memory: due reminders by day, each claimed once, one digest a person. */
export class ReminderLedger {
  /** `<day> <person>: <deadline> <rung>, …` in the order of sending. */
  readonly digests: string[] = [];
  /** `<day> <instant>` of each round whose digests were sent. */
  readonly rounds: string[] = [];
  readonly due = new Map<PlainDate, DueReminder[]>();
  private readonly claimed = new Set<string>();
  private readonly waiting: DueReminder[] = [];
  private readonly sent = new Set<string>();

  constructor(private readonly calendar: SpecCalendar) {}

  nextRound(after: Instant): { at: Instant; on: PlainDate } {
    for (let day = dayOf(after); ; day = dayOf(addDays(startOfDay(day), 1))) {
      const at = instantOf(Date.parse(startOfDay(day)) + 9 * hourMs);
      if (at > after && this.isWorkday(day)) {
        return { at, on: day };
      }
    }
  }

  remindersDue(on: PlainDate, cursor: string | null): { due: DueReminder[]; next: string | null } {
    const all = this.due.get(on) ?? [];
    const from = cursor === null ? 0 : Number(cursor);
    const next = from + pageSize;
    return { due: all.slice(from, next), next: next < all.length ? String(next) : null };
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
    for (const [person, lines] of byPerson) {
      if (!this.sent.has(`${on} ${person}`)) {
        this.sent.add(`${on} ${person}`);
        this.digests.push(`${on} ${person}: ${lines.join(', ')}`);
      }
    }
    return { people: byPerson.size };
  }

  private isWorkday(day: PlainDate): boolean {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return this.calendar.makeupDays.includes(day) || (weekday !== 0 && weekday !== 6 && !this.calendar.daysOff.includes(day));
  }
}
