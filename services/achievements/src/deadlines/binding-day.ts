import { dueBy } from '@dengke/contract';
import { cutOffOf, lastDayBefore } from '../acts/settlement';
import type { Submission } from '../acts/submission.entity';
import type { Deadline } from './deadline.entity';
import type { BindingDayDto } from './deadlines.dto';

/** The day that counts for a wait of a submission. */
export function bindingDay(row: Deadline, submission: Submission): BindingDayDto {
  const cutOffAt = cutOffOf(row, submission);
  return cutOffAt !== null && dueBy(row.dueAt, cutOffAt) !== row.dueAt
    ? { on: lastDayBefore(cutOffAt), at: cutOffAt, because: 'cut-off' }
    : { on: row.dueOn, at: row.dueAt, because: 'limit' };
}

export type WaitingDeadline = Deadline & { submission: Submission };

/** The binding day of what is read with its submission; provisional only where it is the limit's (P40). */
export function dueDayOf({ submission, ...row }: WaitingDeadline): { dueOn: Deadline['dueOn']; provisional: boolean } {
  const { on: dueOn, because } = bindingDay(row, submission);
  return { dueOn, provisional: row.provisional && because === 'limit' };
}
