import { useEffect, useState } from 'react';
import type { Schemas } from '../api/client';
import { holdsUnsent } from '../shared/unsent';

/** What the code of a paper form said, and what that is compared with what was submitted. */
export interface Scanned {
  scanned: string;
  check: Schemas['PaperCheck'];
}

let kept: readonly Scanned[] = [];
holdsUnsent(() => (kept = []));

/** All that was scanned and is not received yet, the latest first: there again after a look at another page, until somebody signs out or reloads. */
export function useScans() {
  const [all, setAll] = useState(kept);
  useEffect(() => {
    kept = all;
  }, [all]);
  return [all, setAll] as const;
}
