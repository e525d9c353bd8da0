import { stageRules } from './review-route';
import { actRules } from './submission-acts';
import type { SubmissionAct } from './submission-acts';
import type { SubmissionState } from './submission-states';

/** The states to which an act leads from one where it is permitted: one, but for the department's examination and the end of a suspicion. */
export function leadsTo(act: SubmissionAct, from: SubmissionState): readonly SubmissionState[] {
  const { to } = actRules[act];
  if (to === 'same') {
    return [from];
  }
  if (to === 'next') {
    return act === stageRules.department.passes ? ['in-publicity', 'registered'] : [from];
  }
  return to === 'before' ? actRules.suspect.from : [to];
}
