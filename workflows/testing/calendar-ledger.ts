import type { Recounted, RecountPage } from '@dengke/contract';

type Owner = 'submissions' | 'applications';

/** What the services do when an edition of the calendar is loaded, in memory: as many pages as are told, each moving so many deadlines. */
export class CalendarLedger {
  readonly pages: Record<Owner, number[]> = { submissions: [0], applications: [0] };
  /** `<owner> <version> <instant> <cursor>` of each page asked for. */
  readonly asked: string[] = [];

  recount(owner: Owner, { version, at, cursor }: RecountPage): Recounted {
    this.asked.push(`${owner} ${version} ${at} ${cursor ?? '-'}`);
    const index = Number(cursor ?? 0);
    return { moved: this.pages[owner][index] ?? 0, next: index + 1 < this.pages[owner].length ? String(index + 1) : null };
  }
}
