import type { Drill, Verdict } from './drill';
import { askEverything } from './security/api';
import { searchCode } from './security/code';
import { searchHistory } from './security/history';

const together = (...parts: readonly Drill[]): Drill => {
  return async (say) => {
    const all: Verdict = { figures: {}, faults: [] };
    for (const part of parts) {
      const { figures, faults } = await part(say);
      Object.assign(all.figures, figures);
      all.faults.push(...faults);
    }
    return all;
  };
};

/** Own rules and njsscan's over the code, gitleaks over the history: nothing may be found. */
export const securityOfCodeDrill: Drill = together(searchCode, searchHistory);

/** Requests without end over the API: nothing may break. */
export const securityOfApiDrill: Drill = (say) => askEverything(say);

export const securityDrill: Drill = together(securityOfCodeDrill, securityOfApiDrill);
