import { useEffect, useState } from 'react';
import type { Schemas } from '../api/client';
import { holdsUnsent } from '../shared/unsent';

/** What the code of a paper form said, and what that is compared with what was submitted. */
export interface Scanned {
  scanned: string;
  check: Schemas['PaperCheck'];
  /** What came of receiving it, where that was refused. */
  refused?: Schemas['EachOutcome'];
}

let kept: readonly Scanned[] = [];
holdsUnsent(() => (kept = []));

/**
 * All that was scanned and is not received yet, the latest first, and what was refused before what was scanned earlier: there again after a look
 * at another page, until somebody signs out or reloads.
 */
export function useScans() {
  const [all, setAll] = useState(kept);
  useEffect(() => {
    kept = all;
  }, [all]);
  return [all, setAll] as const;
}

/** What there is still to be received. What was refused has had its turn: all others come before it. */
export function leftOf(all: readonly Scanned[], outcomes: readonly Schemas['EachOutcome'][]): readonly Scanned[] {
  const outcomeOf = new Map(outcomes.map((one) => [one.serial, one]));
  const refused = all.flatMap((one) => {
    const outcome = outcomeOf.get(one.check.serial);
    return outcome?.outcome === 'refused' ? [{ ...one, refused: outcome }] : [];
  });
  return [...refused, ...all.filter(({ check }) => !outcomeOf.has(check.serial))];
}
