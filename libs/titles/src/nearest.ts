/** A title near the one looked for; `likeness` is between 0 and 1. */
export interface LikeTitle {
  key: number;
  likeness: number;
}

/** The best so far, in order; of two that are equally near the one with the lesser key. */
export class Nearest {
  readonly titles: LikeTitle[] = [];

  constructor(
    readonly limit: number,
    private floor: number,
  ) {}

  /** So many are at least this near, though not taken yet. */
  raise(least: number): void {
    this.floor = Math.max(this.floor, least);
  }

  /** Below it nothing is taken any more. */
  get least(): number {
    return this.titles.length < this.limit ? this.floor : Math.max(this.floor, this.titles[this.limit - 1]?.likeness ?? 0);
  }

  take(key: number, likeness: number): void {
    const { titles } = this;
    let at = titles.length;
    while (at > 0 && isBefore({ key, likeness }, titles[at - 1] as LikeTitle)) {
      at -= 1;
    }
    titles.splice(at, 0, { key, likeness });
    titles.length = Math.min(titles.length, this.limit);
  }
}

const isBefore = (one: LikeTitle, other: LikeTitle): boolean =>
  one.likeness > other.likeness || (one.likeness === other.likeness && one.key < other.key);
