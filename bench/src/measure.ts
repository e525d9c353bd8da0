/** One figure over the repetitions. */
export interface Figure {
  min: number;
  median: number;
  max: number;
}

export interface Load {
  /** Milliseconds of each call. */
  latencies: number[];
  /** Milliseconds of the whole. */
  elapsed: number;
}

/** Decisions on a set of cases. */
export interface Decided extends Load {
  /** Milliseconds from the first until every case had taken up its last. */
  followed: number;
}

/** `clients` lanes work off the jobs, each lane one job after the other; every call of a job is timed. */
export async function load(
  clients: number,
  jobs: readonly ((timed: <T>(call: () => Promise<T>) => Promise<T>) => Promise<void>)[],
): Promise<Load> {
  const latencies: number[] = [];
  const timed = async <T>(call: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await call();
    latencies.push(performance.now() - started);
    return result;
  };
  const queue = [...jobs];
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      await job(timed);
    }
  };
  await Promise.all(Array.from({ length: clients }, lane));
  return { latencies, elapsed: performance.now() - started };
}

/** The smallest value that a share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const perSecond = (count: number, elapsedMillis: number): number => (count / elapsedMillis) * 1000;

export function figure(values: readonly number[]): Figure {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { min: round(Math.min(...values)), median: round(percentile(values, 0.5)), max: round(Math.max(...values)) };
}
