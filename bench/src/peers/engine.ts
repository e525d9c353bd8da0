import type { Decided } from '../measure';

/** What is measured beside one another, ours first. */
export const engineNames = ['ours', 'bareSignals', 'updateWithActivity', 'updateWithLocalActivity', 'flowable', 'dbos', 'restate'] as const;
export type EngineName = (typeof engineNames)[number];

/** One way to run the case of five desks: it starts, waits for five decisions one after the other, each leaves a row, and it ends. */
export interface Engine {
  readonly version: string;
  /** What a decision survives that was acknowledged, by which settings. */
  readonly durability: string;
  /** Starts its processes with nothing in its stores. */
  begin(folder: string, say: (line: string) => void): Promise<RunningEngine>;
}

export interface RunningEngine {
  /** Cases that wait for their first decision; not measured. */
  prepare(count: number): Promise<string[]>;
  /** Decides each to its end, so many clients at a time, each one case after the other. */
  decide(clients: number, cases: readonly string[]): Promise<Decided>;
  /** What the engine's own store takes at this moment, in bytes, without the rows that the decisions leave. */
  storeBytes(): Promise<number>;
  end(): Promise<void>;
}
