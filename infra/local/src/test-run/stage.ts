import type { Log } from '../progress';

/** What a stage proved: jest's own counts, or one for a check that passes or fails as a whole. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface StageContext {
  readonly log: Log;
  /** Folder of the logs and result files of this run. */
  readonly folder: string;
}

export interface Stage {
  /** Also the name of its log. */
  readonly name: string;
  run(context: StageContext): Promise<Count>;
  /** What did not pass, one text each; without it the end of the log tells. */
  failures?(context: StageContext): readonly string[];
}

export const onePassed: Count = { passed: 1, failed: 0 };
export const oneFailed: Count = { passed: 0, failed: 1 };
