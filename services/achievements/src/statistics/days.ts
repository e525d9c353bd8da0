/** So many took so many whole days. */
export interface DayCount {
  days: number;
  count: number;
}

/** Least, quartiles and most; of nothing there is none. */
export interface Spread {
  least: number;
  lower: number;
  median: number;
  upper: number;
  most: number;
}

/** @param taken in the order of their days */
export function spreadOf(taken: readonly DayCount[]): Spread | null {
  const total = taken.reduce((sum, { count }) => sum + count, 0);
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) {
    return null;
  }
  /** The one at or below which that part of them lies. */
  const at = (part: number): number => {
    let seen = 0;
    return taken.find(({ count }) => (seen += count) >= part * total)?.days ?? last.days;
  };
  return { least: first.days, lower: at(0.25), median: at(0.5), upper: at(0.75), most: last.days };
}
