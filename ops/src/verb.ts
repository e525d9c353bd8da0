import type { HouseWork } from '@dengke/contract';

/** One thing that operations do by hand: `npm run ops -- <name> …`. One file each in `verbs/`, listed in `verbs.ts`. */
export interface Verb {
  readonly name: string;
  /** One line of the usage, with the arguments. */
  readonly summary: string;
  /** @returns the exit code: 0 when all is well */
  run(args: readonly string[]): Promise<number>;
}

/** What is done to the house itself, of which it is kept that it was done. */
export interface HouseVerb extends Verb {
  readonly name: HouseWork;
  /** Begins with the arguments, or with the colon where there are none. */
  readonly summary: string;
  /** @throws where it would not be done: of what is refused nothing is kept */
  check?(args: readonly string[]): void;
}

/** What the operator has to do otherwise; shown without a stack. */
export class OpsError extends Error {}
