import type { PlainDate } from '@dengke/contract';
import { bindingCutOff, lastDayBefore } from '../acts/settlement';
import type { Submission } from '../acts/submission.entity';
import type { Deadline } from '../deadlines/deadline.entity';

export type WaitingDeadline = Deadline & { submission: Submission };

/** A stage is due at the earlier of its limit and the cut-off while that binds; the cut-off's last day is the day before its instant. */
export function effectiveDueOn({ dueOn, submission }: WaitingDeadline): PlainDate {
  const cutOffAt = bindingCutOff(submission);
  const cutOffOn = cutOffAt === null ? dueOn : lastDayBefore(cutOffAt);
  return cutOffOn < dueOn ? cutOffOn : dueOn;
}
