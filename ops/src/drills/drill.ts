/** What a drill found: whether it passed, and why not. Written to docs/reports/drill-<name>.json. */
export interface Verdict {
  figures: Record<string, unknown>;
  /** Empty when it passed. */
  faults: string[];
  /** The Temporal server it ran on, where that was not the development server. */
  temporal?: string;
}

/** A fault that is made on purpose on a house of its own, and what mends it. */
export type Drill = (say: (line: string) => void) => Promise<Verdict>;
