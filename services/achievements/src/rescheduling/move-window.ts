import { DomainError } from '@dengke/service-kit';
import type { ActHandler } from '../acts/act-context';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { earliestCutOff } from '../windows/intake.service';
import { earlierOf } from '../windows/windows.service';

/**
 * 调整受理批次: into a window that is open, of the same registration year, or out of it. What a cut-off has settled stays in the account of its window
 * (P13). @throws DomainError ACT_NOT_PERMITTED, WINDOW_CUT_OFF
 */
export const movedTo =
  (windowId: string | null): ActHandler =>
  async ({ manager, submission, at, input }) => {
    if (submission.windowOutcome !== null) {
      throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P13' });
    }
    if (windowId === submission.windowId) {
      return null;
    }
    const moved = { text: { reason: input.reason }, detail: { fromWindowId: submission.windowId, toWindowId: windowId } };
    if (windowId === null) {
      return { ...moved, submission: { windowId, cutOffAt: null, mode: 'rolling' } };
    }
    const window = await manager.findOne(CollectionWindowRow, { where: { id: windowId }, lock: { mode: 'pessimistic_read' } });
    if (window === null || window.registrationYear !== submission.registrationYear) {
      throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P13 P15' });
    }
    const cutOffAt = earliestCutOff(window.cutOffAt, await earlierOf(manager, windowId), submission);
    if (window.opensAt > at || cutOffAt <= at) {
      throw new DomainError('WINDOW_CUT_OFF', { window: windowId });
    }
    return { ...moved, submission: { windowId, cutOffAt, mode: 'window' } };
  };
