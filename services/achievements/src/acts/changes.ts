import { DomainError } from '@dengke/service-kit';
import { lastReported } from '../report-ups/report-items';
import type { ActHandler } from './act-context';
import { positionOf } from './act-context';

/**
 * What the ministry knew already and is other now, corrected or cancelled (P36): reported up as an item of its own, while the submission stands where it
 * stood.
 */

/** The registry has taken it in. */
export const acknowledgeChange: ActHandler = () => ({ answered: { state: 'acknowledged' } });

/** It has not: the department learns why, and corrects once more or reports it again. */
export const returnChange: ActHandler = ({ submission, input }) => ({
  answered: { state: 'returned' },
  detail: { registrarId: submission.legs[positionOf(submission, 'department')]?.organisationId ?? null },
  text: { reason: input.reason },
});

/** The department reports it once more as it is. */
export const reportChange: ActHandler = async ({ manager, submission }) => {
  const last = await lastReported(manager, submission.serial);
  if (last === null || last.kind === 'registration' || last.state !== 'returned') {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  return { changed: 'again' };
};
