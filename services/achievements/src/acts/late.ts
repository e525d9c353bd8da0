import { isOver, submissionStates } from '@dengke/contract';
import type { Instant, SubmissionState } from '@dengke/contract';
import type { Submission } from './submission.entity';

export const unfinishedStates = Object.keys(submissionStates).filter((state) => !isOver(state as SubmissionState));

/** What is due at an instant is late from it on. After its escalation nothing is due any more, and it is late all the same. */
export const isLate = ({ dueAt, escalatedAt }: Pick<Submission, 'dueAt' | 'escalatedAt'>, now: Instant): boolean =>
  escalatedAt !== null || (dueAt !== null && dueAt <= now);

/** The same of a submission `s` in a query, at `:now`. */
export const LATE = '(s.dueAt <= :now OR s.escalatedAt IS NOT NULL)';
