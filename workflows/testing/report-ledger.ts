import type {
  Instant,
  ReportBundleAct,
  ReportBundleState,
  ReportCounts,
  ReportItemState,
  ReportTry,
  ReportUpFact,
  SubmissionFact,
  TimedReportAct,
} from '@dengke/contract';
import { addDays, instantOf } from './instants';
import type { SubmissionLedger } from './submission-ledger';

interface Item {
  id: string;
  serial: string;
  state: ReportItemState;
}
interface Bundle {
  facts: ReportUpFact[];
  items: Item[];
  closesAt: Instant;
  attempts: number;
}

const longestPauseMs = 3_600_000;

/** The registry at the other end, as it shall behave. */
export class SpecRegistry {
  down = false;
  /** Takes in so many bundles without a reply. */
  losesReplies = 0;
  /** Decides on an item when it has been asked so often. */
  decidesAfterAsked = 0;
  /** Serials that it sends back, once. */
  readonly returns = new Set<string>();
  /** Each bundle that came, with its items; the same again is the same again. */
  readonly received: string[] = [];
  /** What took effect: each item once. */
  readonly effects: string[] = [];
  private asked = 0;
  private readonly said = new Map<string, ReportItemState>();

  /** @throws Error when it is away, or its reply is lost */
  hear(bundleId: string, items: readonly Item[], isDelivery: boolean): Map<string, ReportItemState> {
    if (this.down) {
      throw new Error('away');
    }
    if (isDelivery) {
      this.received.push(`${bundleId}: ${items.map(({ id }) => id).join(' ')}`);
    } else {
      this.asked += 1;
    }
    if (this.asked >= this.decidesAfterAsked) {
      items.filter(({ id }) => !this.said.has(id)).forEach((item) => this.decide(item));
    }
    if (isDelivery && this.losesReplies > 0) {
      this.losesReplies -= 1;
      throw new Error('lost');
    }
    return this.said;
  }

  private decide({ id, serial }: Item): void {
    const comesBack = this.returns.delete(serial);
    this.said.set(id, comesBack ? 'returned' : 'acknowledged');
    if (!comesBack) {
      this.effects.push(id);
    }
  }
}

/** The ledger of bundles as specs use it; where it is not switched on, the ministry's people are told at their desk. */
export class ReportLedger {
  readonly outbox: ReportUpFact[] = [];
  readonly registry = new SpecRegistry();
  isOn = false;
  mostItems = 3;
  private readonly bundles = new Map<string, Bundle>();

  constructor(private readonly submissions: SubmissionLedger) {}

  /** With each act of a submission, as achievements does it in the act's transaction. */
  hear({ act, serial, number, at }: SubmissionFact): void {
    if (this.isOn && (act === 'reportUp' || act === 'reportAgain')) {
      this.collect(`${serial}-${number}`, serial, at);
    }
    if (act === 'acknowledge' || act === 'returnReport') {
      this.answered(serial, act === 'acknowledge' ? 'acknowledged' : 'returned', at);
    }
  }

  factsAfter(bundleId: string, after: number): ReportUpFact[] {
    return this.find(bundleId).facts.slice(after);
  }

  last(bundleId: string): ReportUpFact {
    return this.find(bundleId).facts.at(-1) as ReportUpFact;
  }

  close({ bundleId, after, at }: TimedReportAct): ReportUpFact[] {
    if (this.last(bundleId).state === 'collecting') {
      this.record(bundleId, 'close', 'closed', at);
    }
    return this.factsAfter(bundleId, after);
  }

  seal({ bundleId, after, at }: TimedReportAct): ReportUpFact[] {
    if (this.last(bundleId).state === 'closed') {
      this.record(bundleId, 'seal', this.countsOf(bundleId).waiting === 0 ? 'settled' : 'sealed', at);
    }
    return this.factsAfter(bundleId, after);
  }

  try({ bundleId, after, at }: TimedReportAct, state: 'sealed' | 'sent'): ReportTry {
    const bundle = this.find(bundleId);
    if (this.last(bundleId).state !== state) {
      return { facts: this.factsAfter(bundleId, after), nextAt: null, fault: null };
    }
    try {
      const said = this.registry.hear(bundleId, bundle.items, state === 'sealed');
      if (state === 'sealed') {
        this.record(bundleId, 'send', 'sent', at);
      }
      const news = bundle.items.filter((item) => item.state === 'waiting' && said.has(item.id));
      news.forEach((item) => this.judge(item, said.get(item.id) as ReportItemState, at));
      bundle.attempts = news.length > 0 || state === 'sealed' ? 0 : bundle.attempts + 1;
      return this.tried(bundleId, after, at, null);
    } catch {
      bundle.attempts += 1;
      return this.tried(bundleId, after, at, 'UNREACHABLE');
    }
  }

  private judge({ serial }: Item, said: ReportItemState, at: Instant): void {
    this.hear(this.submissions.act(serial, said === 'acknowledged' ? 'acknowledge' : 'returnReport', at));
  }

  private tried(bundleId: string, after: number, at: Instant, fault: string | null): ReportTry {
    const pause = Math.min(30_000 * 2 ** Math.max(this.find(bundleId).attempts - 1, 0), longestPauseMs);
    const nextAt = this.last(bundleId).state === 'settled' ? null : instantOf(Date.parse(at) + pause);
    return { facts: this.factsAfter(bundleId, after), nextAt, fault };
  }

  private collect(id: string, serial: string, at: Instant): void {
    const [open] = [...this.bundles].filter(([bundleId]) => this.last(bundleId).state === 'collecting').map(([bundleId]) => bundleId);
    const bundleId = open ?? `R-${String(this.bundles.size + 1).padStart(6, '0')}`;
    if (open === undefined) {
      this.bundles.set(bundleId, { facts: [], items: [], closesAt: addDays(at, 1 / 24), attempts: 0 });
    }
    const { items } = this.find(bundleId);
    items.push({ id, serial, state: 'waiting' });
    if (open === undefined) {
      this.record(bundleId, 'open', 'collecting', at);
    }
    if (items.length === this.mostItems) {
      this.find(bundleId).closesAt = at;
      this.record(bundleId, 'close', 'closed', at);
    }
  }

  private answered(serial: string, state: ReportItemState, at: Instant): void {
    for (const [bundleId, { items }] of this.bundles) {
      const item = items.find((one) => one.serial === serial && one.state === 'waiting');
      if (item !== undefined) {
        item.state = state;
        const now = this.last(bundleId).state;
        const isSettled = this.countsOf(bundleId).waiting === 0 && (now === 'sealed' || now === 'sent');
        this.record(bundleId, 'answer', isSettled ? 'settled' : now, at);
      }
    }
  }

  private countsOf(bundleId: string): ReportCounts {
    const { items } = this.find(bundleId);
    const count = (state: ReportItemState): number => items.filter((item) => item.state === state).length;
    return { waiting: count('waiting'), acknowledged: count('acknowledged'), returned: count('returned') };
  }

  private record(bundleId: string, act: ReportBundleAct, state: ReportBundleState, at: Instant): void {
    const { facts, closesAt } = this.find(bundleId);
    const fact: ReportUpFact = { bundleId, number: facts.length + 1, act, at, state, closesAt, items: this.countsOf(bundleId) };
    facts.push(fact);
    this.outbox.push(fact);
  }

  private find(bundleId: string): Bundle {
    const found = this.bundles.get(bundleId);
    if (found === undefined) {
      throw new Error(`No bundle ${bundleId}`);
    }
    return found;
  }
}
