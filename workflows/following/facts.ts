import type { Instant } from '@dengke/contract';

/** What the facts of every ledger have in common: a number without gaps, what happened and when. */
export interface NumberedFact {
  number: number;
  act: string;
  at: Instant;
  state: string;
  /** What it is about: on the first fact, and on a later one that makes it another. */
  about?: unknown;
}

const remembered = 8;

/**
 * The facts of one thing, in the order of their numbers whatever the order of their arrival. Known ones are dropped; one that
 * runs ahead waits until the missing ones have been fetched. Nothing is decided here.
 */
export class Facts<F extends NumberedFact> {
  /** The latest one that says what it is about. */
  telling: F | undefined;
  last: F | undefined;
  /** The latest ones, newest first, for those who look. */
  readonly recent: F[] = [];
  private readonly noted = new Map<number, F>();

  get lastNumber(): number {
    return this.last?.number ?? 0;
  }

  /** Something has been noted that is not yet followed. */
  get hasNews(): boolean {
    return this.noted.size > 0;
  }

  note(facts: readonly F[]): void {
    for (const fact of facts) {
      if (fact.number > this.lastNumber) {
        this.noted.set(fact.number, fact);
      }
    }
  }

  /** Takes up what follows the last number directly. Answers whether there was any. */
  takeUp(): boolean {
    const before = this.lastNumber;
    for (let next = this.noted.get(before + 1); next !== undefined; next = this.noted.get(this.lastNumber + 1)) {
      this.noted.delete(next.number);
      this.telling = next.about === undefined ? (this.telling ?? next) : next;
      this.last = next;
      this.recent.unshift(next);
    }
    this.recent.splice(remembered);
    return this.lastNumber > before;
  }

  /** The ledger does not know what they would follow; it will tell them again when it does. */
  forgetNoted(): void {
    this.noted.clear();
  }
}
