import type { CollectionWindow, Instant, LostDay, TimedWindowAct, WindowAct, WindowFact, WindowState } from '@dengke/contract';
import { minute, startOfDay } from './instants';
import { refusal } from './submission-ledger';
import type { SubmissionLedger } from './submission-ledger';

type TimeAct = 'open' | 'freeze' | 'startPaperDays' | 'close';

const pageSize = 2;
const leadsTo: Record<TimeAct, WindowState> = { open: 'open', freeze: 'cut-off', startPaperDays: 'paper-days', close: 'closed' };
const comesFrom: Record<TimeAct, WindowState> = { open: 'announced', freeze: 'open', startPaperDays: 'cut-off', close: 'paper-days' };

/** The ledger of windows as specs use it: dates from the configuration, acts judged by state and instant, one fact each. */
export class WindowLedger {
  readonly outbox: WindowFact[] = [];
  /** Pages that were settled, in order: `<window> <cut-off>: <submissions>`. */
  readonly settled: string[] = [];
  private readonly lost: { at: Instant; day: LostDay }[] = [];
  private readonly windows = new Map<string, { window: CollectionWindow; facts: WindowFact[] }>();

  constructor(private readonly submissions: SubmissionLedger) {}

  announce(window: CollectionWindow, at: Instant): void {
    this.windows.set(window.id, { window, facts: [] });
    this.record(window.id, 'announce', at, 'announced');
  }

  /** A registrar changes the dates: the next fact bears them, the state stays. */
  change(windowId: string, dates: Partial<CollectionWindow>, at: Instant): void {
    const found = this.find(windowId);
    found.window = { ...found.window, ...dates };
    this.record(windowId, 'reschedule', at, this.last(windowId).state);
  }

  /** The day of its cut-off is another, also after that has passed: it takes submissions again. */
  extend(windowId: string, dates: Partial<CollectionWindow>, at: Instant): void {
    const found = this.find(windowId);
    const saidBy = `window/${windowId}#${found.facts.length + 1}`;
    this.lost.push({ at, day: { on: found.window.cutOffOn, workdays: 1, days: 3, saidBy } });
    found.window = { ...found.window, ...dates };
    this.record(windowId, 'extend', at, 'open');
  }

  lostDay(windowId: string, at: Instant): LostDay | null {
    return this.lost.find((one) => one.at === at && one.day.saidBy.startsWith(`window/${windowId}#`))?.day ?? null;
  }

  time({ windowId, after, at }: TimedWindowAct, act: TimeAct): WindowFact[] {
    const last = this.last(windowId);
    if (last.number > after) {
      return this.factsAfter(windowId, after);
    }
    const dueAt = {
      open: last.opensAt,
      freeze: last.cutOffs.at(-1) ?? last.opensAt,
      startPaperDays: last.paperFromAt,
      close: last.paperToAt,
    }[act];
    if (last.state !== comesFrom[act] || at < dueAt) {
      throw refusal('NOT_YET_DUE');
    }
    this.record(windowId, act, at, leadsTo[act]);
    return this.factsAfter(windowId, after);
  }

  /** What the window still binds hears of its cut-off. */
  tellCutOffs({ windowId, at }: { windowId: string; at: Instant }): { next: string | null; told: number } {
    const { window } = this.find(windowId);
    return { next: null, told: this.submissions.moveCutOff(window, at) };
  }

  /** One page: what is still bound is carried over by the submissions' own judge (P13). */
  settleCutOff({ windowId, cutOffAt, cursor }: { windowId: string; cutOffAt: Instant; cursor: string | null }): {
    next: string | null;
    settled: number;
  } {
    const bound = this.submissions.boundBy(windowId, cutOffAt).filter((serial) => cursor === null || serial > cursor);
    const page = bound.sort().slice(0, pageSize);
    for (const serial of page) {
      this.submissions.time({ serial, after: this.submissions.last(serial).number, at: cutOffAt }, 'carryOver');
    }
    this.settled.push(`${windowId} ${minute(cutOffAt)}: ${page.length}`);
    return { next: bound.length > page.length ? (page.at(-1) ?? null) : null, settled: page.length };
  }

  factsAfter(windowId: string, after: number): WindowFact[] {
    return this.find(windowId).facts.slice(after);
  }

  facts(windowId: string): readonly WindowFact[] {
    return this.find(windowId).facts;
  }

  last(windowId: string): WindowFact {
    return this.find(windowId).facts.at(-1) as WindowFact;
  }

  private record(windowId: string, act: WindowAct, at: Instant, state: WindowState): void {
    const { window, facts } = this.find(windowId);
    const cutOffs = [...new Set([...window.earlierCutOffs, window].map(({ cutOffAt }) => cutOffAt))].sort();
    const unsettled = this.submissions.outcomes(windowId).filter((outcome) => outcome === null).length;
    const fact: WindowFact = {
      windowId,
      number: facts.length + 1,
      act,
      at,
      state,
      opensAt: window.opensAt,
      cutOffs,
      paperFromAt: startOfDay(window.paperFrom),
      paperToAt: startOfDay(window.paperTo, 1),
      ...(act === 'freeze' ? { residual: unsettled } : {}),
    };
    facts.push(fact);
    this.outbox.push(fact);
  }

  private find(windowId: string): { window: CollectionWindow; facts: WindowFact[] } {
    const found = this.windows.get(windowId);
    if (found === undefined) {
      throw refusal('NOT_FOUND');
    }
    return found;
  }
}
