import { dateOf, dayAfter, midnight } from './calendar';
import type { WorkingDays } from './calendar';
import type { Day, Limited, Outcome, Planned, Time, Window, World } from './plain';

export interface Leg {
  kind: 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';
  desk: string;
}

/** Something that is waited for: a desk's decision, or what the completer mends. */
export interface Wait {
  about: Limited;
  from: Day;
  dueOn: Day;
  /** Whoever is reminded. */
  desk: string | null;
  person: string | null;
  open: boolean;
  /** It has passed, and the level above was told. */
  late: boolean;
  reminded: Set<string>;
}

/** A decision that passed it on. */
interface Passed {
  by: string;
  round: number;
  wait: Wait;
}

export type State = 'in-review' | 'returned' | 'registered' | 'reported' | 'rejected' | 'withdrawn' | 'closed';

/** One submission as the rules say it goes (docs/journey.md). */
export class Submission {
  state: State = 'in-review';
  position = 0;
  round = 1;
  waits: Wait[] = [];
  mode: 'window' | 'rolling';
  outcome: Outcome | null = null;
  approvedOn: Day | null = null;
  /** The desk has looked at it. */
  isOpened = false;
  returnedFrom: number | null = null;
  daysLeft: number | null = null;
  /** The round whose paper the department has. */
  paperOf: number | null = null;
  /** Desks that recommend it, and those that did at the cut-off. */
  readonly recommendedBy = new Set<string>();
  recommendedInTime: ReadonlySet<string> = new Set();
  private readonly passed = new Map<number, Passed>();

  constructor(
    readonly ref: string,
    readonly planned: Planned,
    readonly submitter: string,
    readonly legs: readonly Leg[],
    readonly window: Window | null,
    readonly registrationYear: number,
    private readonly world: World,
    private readonly days: WorkingDays,
    at: Time,
  ) {
    this.mode = window === null ? 'rolling' : 'window';
    this.goTo(0, at);
  }

  get leg(): Leg {
    return this.legs[this.position]!;
  }

  get isOver(): boolean {
    return ['reported', 'rejected', 'withdrawn', 'closed'].includes(this.state);
  }

  get openWait(): Wait | undefined {
    return this.waits.find(({ open }) => open);
  }

  /** What led to the present desk, while nothing else has happened. */
  get passedLast(): Passed | undefined {
    const last = this.passed.get(this.position - 1);
    return this.state === 'in-review' && last?.round === this.round ? last : undefined;
  }

  /** Its day has passed, and nobody was told before. */
  becomesLate(at: Time): boolean {
    const wait = this.openWait;
    if (wait === undefined || wait.late || midnight(dayAfter(wait.dueOn)) > at) {
      return false;
    }
    wait.late = true;
    return true;
  }

  /** The end of the day on which its window cuts off. */
  get cutOffAt(): Time | null {
    return this.window === null ? null : midnight(dayAfter(this.window.cutOffOn));
  }

  /** Until the department has it, the window binds what is still in it. */
  get isBound(): boolean {
    const before = this.state === 'returned' || (this.state === 'in-review' && this.position < this.indexOf('department'));
    return this.window !== null && this.outcome === null && before;
  }

  /** The day by which it is asked for: the limit's, or the window's last where that is earlier. */
  dueOn(wait: Wait): Day {
    const cutOffOn = this.isBound ? this.window!.cutOffOn : wait.dueOn;
    return cutOffOn < wait.dueOn ? cutOffOn : wait.dueOn;
  }

  /** Where it stands in the account of its window. */
  standing(): Outcome {
    switch (this.state) {
      case 'withdrawn':
      case 'rejected':
        return this.state;
      case 'returned':
      case 'closed':
        return 'returned';
      case 'registered':
      case 'reported':
        return 'transmitted';
      case 'in-review':
        return this.position >= this.indexOf('department') ? 'transmitted' : 'carried-over';
    }
  }

  /** The cut-off: its column in the account; what is not over and not with the department goes on in rolling intake (P13). */
  settles(): boolean {
    this.outcome = this.standing();
    this.recommendedInTime = new Set(this.recommendedBy);
    const goesOn = !this.isOver && (this.outcome === 'carried-over' || this.outcome === 'returned');
    this.mode = goesOn ? 'rolling' : this.mode;
    return goesOn;
  }

  indexOf(kind: Leg['kind']): number {
    return this.legs.findIndex((leg) => leg.kind === kind);
  }

  /** The next desk has it, and its limit begins on the day after (P39). */
  goTo(position: number, at: Time): void {
    const { kind, desk } = this.legs[position]!;
    this.stops();
    this.position = position;
    this.isOpened = false;
    this.begins({ about: kind, desk, person: null }, at, this.world.limits[kind]);
  }

  /** Its desk has decided. */
  pass(by: string, at: Time): void {
    this.passed.set(this.position, { by, round: this.round, wait: this.openWait! });
    if (this.leg.kind !== 'unit') {
      this.recommendedBy.add(this.leg.desk);
    }
    this.goTo(this.position + 1, at);
  }

  /** Back to the desk that has decided, which has its own days still; of a day that comes only now, since the cut-off bound it before, it is told. */
  takeBack({ wait }: Passed): void {
    this.stops();
    this.position -= 1;
    this.passed.delete(this.position);
    this.recommendedBy.delete(this.leg.desk);
    this.isOpened = false;
    this.waits.push({ ...wait, open: true, reminded: new Set() });
  }

  giveBack(at: Time): void {
    const wait = this.openWait!;
    const left = this.days.between(dateOf(at), wait.dueOn);
    // Late already, it has a day left when it goes on.
    this.daysLeft = at >= midnight(dayAfter(wait.dueOn)) ? 1 : Math.max(1, left);
    this.stops();
    this.state = 'returned';
    this.returnedFrom = this.position;
    this.begins({ about: 'returned', desk: null, person: this.submitter }, at, this.world.limits.returned);
  }

  /** Resumes where it was returned, with the days that were left (P26). */
  resubmit(at: Time): void {
    this.stops();
    const { kind, desk } = this.leg;
    this.state = 'in-review';
    this.round += 1;
    this.isOpened = false;
    this.begins({ about: kind, desk, person: null }, at, this.daysLeft ?? 1);
    this.daysLeft = null;
  }

  ends(state: State): void {
    this.stops();
    this.state = state;
  }

  private begins(whose: Pick<Wait, 'about' | 'desk' | 'person'>, at: Time, count: number): void {
    const from = dateOf(at);
    this.waits.push({ ...whose, from, dueOn: this.days.add(from, count), open: true, late: false, reminded: new Set() });
  }

  private stops(): void {
    this.waits.forEach((wait) => (wait.open = false));
  }
}
