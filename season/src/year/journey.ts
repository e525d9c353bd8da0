import type { PlainDate } from '@dengke/contract';
import type { WorkedDays } from './days';
import { atUnits } from './plan';
import type { Intention } from './plan';
import type { Random } from '../random';
import type { World } from './world';

/** One act of one submission; `order` keeps its acts apart on one day. */
export interface Deed {
  time: string;
  order: number;
  who: string;
  what: string;
  ref: string;
}

const atDesks = 'T15:00';
/** When somebody sees what he has done. */
const afterwards = 'T16:30';
/** Now and then somebody is there before the reminders of the day are, while it is yesterday still in Greenwich. */
const atDawn = 'T06:40';
/** Desks look at their queues on one working day in so many. */
const EVERY = 3;

/** What people do with a submission, as people are: mostly at once, some late, some away, some wrong, some never. */
export class Journey {
  readonly deeds: Deed[] = [];
  private day: PlainDate;
  private hasBrought = false;

  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly days: WorkedDays,
    private readonly intention: Intention,
  ) {
    this.day = intention.on;
  }

  travel(): Deed[] {
    const { unit, completer, door } = this.intention.planned;
    const { municipal, organiser } = this.world.units[unit]!;
    this.does(this.day, this.intention.at, completer, 'submit');
    if (this.intention.at > atUnits) {
      this.later(1);
    }
    const desks = [...(door === 'municipal' && municipal !== null ? [municipal] : []), organiser, this.world.department];
    if (!this.release(unit, completer, desks[0]!)) {
      return this.deeds;
    }
    if (desks.every((desk, at) => this.reviews(desk, desks[at + 1] ?? null))) {
      this.ministry();
    }
    return this.deeds;
  }

  /** By the unit's administrator; before that it may be withdrawn. */
  private release(unit: string, completer: string, next: string): boolean {
    const { random } = this;
    const admin = this.world.desks[unit]!.people[0]!;
    if (random.happens(0.04)) {
      this.later(random.between(1, 3));
      const isLookedAt = random.happens(0.5);
      if (isLookedAt) {
        this.does(this.day, atUnits, admin, 'open');
      }
      this.does(this.day, atUnits, completer, 'withdraw');
      if (!isLookedAt) {
        return false;
      }
    }
    this.later(this.patience(0, 3, 6, 9));
    this.passes(unit, admin, next, 'release', atUnits);
    return true;
  }

  /** One desk: recommends to the next or approves in the end, or gives back, or refuses. @returns whether it goes on from here */
  private reviews(desk: string, next: string | null): boolean {
    const { random } = this;
    this.later(this.patience(1, 7, 11, 15), true);
    const at = random.happens(0.06) ? atDawn : atDesks;
    const fate = random.next();
    if (fate < 0.05) {
      this.does(this.day, at, this.clerk(desk), 'reject');
      return false;
    }
    if (fate < 0.18) {
      if (random.happens(0.4)) {
        this.brings(at);
      }
      this.does(this.day, at, this.clerk(desk), 'return');
      if (!this.mends(desk)) {
        return false;
      }
      this.later(random.between(1, 6), true);
    }
    if (next === null) {
      this.paper(desk, at);
    }
    const { people } = this.world.desks[desk]!;
    const together = people.length > 1 && random.happens(0.06) ? people.slice(0, 2).join(' ') : null;
    if (next === null || together !== null) {
      this.does(this.day, at, together ?? this.clerk(desk), next === null ? 'approve' : 'recommend');
    } else {
      this.passes(desk, this.clerk(desk), next, 'recommend', at);
    }
    return true;
  }

  /** Somebody passes it on; now and then it is taken back, in time or too late, by himself, by whoever is over him, or by a colleague, who may not. */
  private passes(desk: string, who: string, next: string, what: 'release' | 'recommend', at: string): void {
    const { random } = this;
    const { people, superAdmins } = this.world.desks[desk]!;
    this.does(this.day, at, who, what);
    if (!random.happens(0.08)) {
      return;
    }
    this.later(this.patience(0, 2, 7, 12));
    const isLookedAt = random.happens(0.25);
    if (isLookedAt) {
      this.does(this.day, atDesks, this.clerk(next), 'open');
    }
    const by = random.one([who, who, who, ...people, ...superAdmins]);
    this.does(this.day, afterwards, by, 'recall');
    if (!isLookedAt && (by === who || superAdmins.includes(by))) {
      this.later(random.between(1, 3), desk !== this.intention.planned.unit);
      this.does(this.day, at, this.clerk(desk), what);
    }
  }

  /** Paper comes with those who bring it, now and then after somebody has wanted to approve without it, or with what came before it was mended (P28). */
  private paper(desk: string, at: string): void {
    if (this.random.happens(this.hasBrought ? 0.4 : 0.08)) {
      this.does(this.day, at, this.clerk(desk), 'approve');
      this.later(this.random.between(1, 3), true);
    }
    this.brings(at);
  }

  private brings(at: string): void {
    this.does(this.day, at, this.intention.planned.completer, 'paper');
    this.hasBrought = true;
  }

  private mends(desk: string): boolean {
    const { random } = this;
    const { completer } = this.intention.planned;
    const fate = random.next();
    if (fate < 0.06) {
      this.later(random.between(1, 5));
      this.does(this.day, atUnits, completer, 'withdraw');
      return false;
    }
    if (fate < 0.2) {
      this.silence(desk);
      return false;
    }
    this.later(this.patience(1, 8, 11, 14));
    this.does(this.day, atUnits, completer, 'resubmit');
    return true;
  }

  /** Nobody mends it, and in the end the desk closes it by hand; too early it may not. */
  private silence(desk: string): void {
    if (this.random.happens(0.4)) {
      this.later(2, true);
      this.does(this.day, atDesks, this.clerk(desk), 'close');
    }
    this.later(this.random.between(12, 18), true);
    this.does(this.day, atDesks, this.clerk(desk), 'close');
  }

  private ministry(): void {
    const { random, world } = this;
    this.later(this.patience(1, 8, 11, 13), true);
    if (random.happens(0.07)) {
      this.does(this.day, atDesks, this.clerk(world.ministry), 'returnReport');
      this.later(random.between(1, 4), true);
      this.does(this.day, atDesks, this.clerk(world.department), 'reportAgain');
      this.later(random.between(1, 4), true);
    }
    this.does(this.day, atDesks, this.clerk(world.ministry), 'acknowledge');
  }

  /** In so many working days; one in twelve is late, since somebody is away. */
  private patience(least: number, most: number, lateLeast: number, lateMost: number): number {
    return this.random.happens(0.08) ? this.random.between(lateLeast, lateMost) : this.random.between(least, most);
  }

  private later(count: number, isDesk = false): void {
    const day = this.days.after(this.day, count);
    this.day = isDesk ? this.days.next(day, EVERY) : day;
  }

  private clerk(desk: string): string {
    return this.random.one(this.world.desks[desk]!.people);
  }

  private does(day: PlainDate, at: string, who: string, what: string): void {
    this.deeds.push({ time: `${day}${at}`, order: this.deeds.length, who, what, ref: this.intention.ref });
  }
}
