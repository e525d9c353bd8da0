import type { Instant } from '@dengke/contract';
import { addDays } from './instants';

/** When the present wait falls due, of one submission in publicity. */
interface Due {
  dueAt: Instant | null;
}

/** 公示 of one submission in the specs' ledger: its end, and the objections that hold the registration (P33). */
export class Publicity {
  held = false;
  private endsAt: Instant | null = null;
  private received = 0;
  private accepted = 0;

  constructor(private readonly daysToDecide: number) {}

  begins(endsAt: Instant): Instant {
    this.endsAt = endsAt;
    return endsAt;
  }

  /** Somebody objects in time; it is no act of the submission's until the registrar answers. */
  object(): void {
    this.received += 1;
  }

  get isUnanswered(): boolean {
    return this.received > 0;
  }

  /** What holds first sets the day by which it is to be decided; others come under it. */
  hold<D extends Due>(now: D, at: Instant): D {
    const isFirst = !this.held;
    this.held = true;
    return isFirst ? { ...now, dueAt: addDays(at, this.daysToDecide) } : now;
  }

  answered<D extends Due>(act: 'hold' | 'declineObjection' | 'overrule' | 'uphold', now: D, at: Instant): D {
    switch (act) {
      case 'hold':
        this.received = Math.max(0, this.received - 1);
        this.accepted += 1;
        return this.hold(now, at);
      case 'declineObjection':
        this.received -= 1;
        return this.unlessHeld(now, at);
      case 'overrule':
        this.accepted -= 1;
        return this.unlessHeld(now, at);
      case 'uphold':
        this.held = false;
        return now;
    }
  }

  /** Publicity's own end again once nothing holds it; it may have passed. */
  private unlessHeld<D extends Due>(now: D, at: Instant): D {
    const lasts = this.accepted > 0 || (this.isUnanswered && at >= (this.endsAt ?? at));
    if (!this.held || lasts) {
      return now;
    }
    this.held = false;
    return { ...now, dueAt: this.endsAt };
  }
}
