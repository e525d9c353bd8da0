import type { FacetCountDto } from './register.dto';

const QUICK = 200;
const FRESH = 60_000;
const OLDEST = 600_000;
const MOST_KEPT = 500;

interface Kept {
  countedAt: number;
  counts: Promise<FacetCountDto[]>;
}

/**
 * What took more than 200 ms to count, by what was asked, in milliseconds. For a minute it is told as it is, until it is ten minutes old once more while it is counted anew. So
 * nobody but who asks first waits until a million entries were read, and who ask together have it counted once.
 */
export class KeptCounts {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  of(asked: string, count: () => Promise<FacetCountDto[]>): Promise<FacetCountDto[]> {
    const before = this.kept.get(asked);
    const age = before === undefined ? Infinity : this.now() - before.countedAt;
    if (before !== undefined && age < FRESH) {
      return before.counts;
    }
    const anew = this.keep(asked, count);
    return before !== undefined && age < OLDEST ? before.counts : anew;
  }

  /** A count that fails is told to who asked for it, and not kept. */
  private keep(asked: string, count: () => Promise<FacetCountDto[]>): Promise<FacetCountDto[]> {
    const countedAt = this.now();
    const counts = count();
    this.kept.delete(asked);
    this.kept.set(asked, { countedAt, counts });
    const forget = (): void => void (this.kept.get(asked)?.counts === counts && this.kept.delete(asked));
    counts.then(() => this.now() - countedAt < QUICK && forget(), forget);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return counts;
  }
}
