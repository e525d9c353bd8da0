import type { Log } from '@dengke/local';
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
  begin(place: Place): Promise<RunningEngine>;
}

export interface Place {
  /** Of this engine alone: stores, logs, pid files. Emptied first. */
  readonly folder: string;
  readonly say: Log;
  /** Whether what dies is started again. */
  readonly supervised: boolean;
}

export interface RunningEngine {
  /** Cases that wait for their first decision; not measured. */
  prepare(count: number): Promise<string[]>;
  /** Decides each to its end, so many clients at a time, each one case after the other. */
  decide(clients: number, cases: readonly string[]): Promise<Decided>;
  /** The first decision on one case; waits or rejects while the engine does not answer. */
  decideFirst(id: string): Promise<void>;
  /** Rows that decisions left since it began; absent where a decision leaves none, and for ours, whose workflows are asked themselves. */
  rows?(): Promise<number>;
  /** What each part has spent since it began: milliseconds of processor, statements and commits of the ledger's database; absent where one process does all. */
  spent?(): Promise<Record<string, number>>;
  /** What the engine's own store takes at this moment, in bytes, without the rows that the decisions leave. */
  storeBytes(): Promise<number>;
  /** Ends every process at once (SIGKILL). */
  kill(): void;
  end(): Promise<void>;
}
