/** How fast one caller may go on: `perSecond` for ever, `burst` at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets by key. A bucket that has filled up again says nothing and is forgotten. Instants are milliseconds of the host. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();
  private sweepAt = 0;

  constructor(private readonly rate: Rate) {}

  /** Takes one token: null when admitted, else the seconds after which to come again. */
  take(key: string, now: number): number | null {
    this.sweep(now);
    const bucket = this.buckets.get(key) ?? { tokens: this.rate.burst, at: now };
    bucket.tokens = Math.min(this.rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * this.rate.perSecond);
    bucket.at = now;
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) {
      return Math.max(1, Math.ceil((1 - bucket.tokens) / this.rate.perSecond));
    }
    bucket.tokens -= 1;
    return null;
  }

  get size(): number {
    return this.buckets.size;
  }

  private sweep(now: number): void {
    if (now < this.sweepAt) {
      return;
    }
    const timeToFill = (this.rate.burst / this.rate.perSecond) * 1000;
    this.sweepAt = now + timeToFill;
    for (const [key, bucket] of this.buckets) {
      if (now - bucket.at >= timeToFill) {
        this.buckets.delete(key);
      }
    }
  }
}
