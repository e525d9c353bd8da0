import { endOfDay, instantAt } from '@dengke/calendar';
import { windowWorkflowId } from '@dengke/contract';
import type { WindowAct, WindowFact } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import type { CollectionWindowRow } from './collection-window.entity';
import type { EarlierCutOffRow } from './earlier-cut-off.entity';

/** Subject of a window in the ledger; the workflow's id is the same word. */
export const windowSubject = windowWorkflowId;

/** What the ledger keeps of a window with each entry, and its workflow hears. */
export function windowDetail(
  window: CollectionWindowRow,
  earlier: EarlierCutOffRow[],
  extra: Record<string, unknown> = {},
): Record<string, unknown> {
  const cutOffs = [...new Set([...earlier.map(({ cutOffAt }) => cutOffAt), window.cutOffAt])].sort();
  return {
    windowId: window.id,
    state: window.state,
    opensAt: window.opensAt,
    cutOffs,
    paperFromAt: instantAt(window.paperFrom, '00:00'),
    paperToAt: endOfDay(window.paperTo),
    ...extra,
  };
}

export function windowFactOf({ number, kind, at, detail }: LedgerEntry): WindowFact {
  const { windowId, state, opensAt, cutOffs, paperFromAt, paperToAt, residual } = detail as unknown as WindowFact;
  const fact = { windowId, number, act: kind as WindowAct, at, state, opensAt, cutOffs, paperFromAt, paperToAt };
  return residual === undefined ? fact : { ...fact, residual };
}
