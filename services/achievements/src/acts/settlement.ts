import { shanghaiDateOf } from '@dengke/calendar';
import { actRules } from '@dengke/contract';
import type { Instant, PlainDate, WindowOutcome } from '@dengke/contract';
import type { Deadline } from '../deadlines/deadline.entity';
import { positionOf } from './act-context';
import type { Submission } from './submission.entity';

type Standing = Pick<Submission, 'state' | 'position' | 'legs'>;

/** In which column of its window's account a submission stands (docs/journey.md, “The cut-off”): exactly one, whatever its state. */
export function outcomeOf({ state, position, legs }: Standing): WindowOutcome {
  switch (state) {
    case 'withdrawn':
    case 'rejected':
      return state;
    case 'returned':
    case 'closed':
      return 'returned';
    case 'in-publicity':
    case 'registered':
    case 'reported':
    case 'cancelled':
      return 'transmitted';
    case 'suspected':
      return position === null || position >= positionOf({ legs }, 'department') ? 'transmitted' : 'carried-over';
    case 'in-review':
      return (position ?? 0) >= positionOf({ legs }, 'department') ? 'transmitted' : 'carried-over';
  }
}

/** The outcome that falls due at `at`: null in rolling intake, before the cut-off (half-open, P12), or when it is settled already. */
export function settlementOf(
  submission: Standing & Pick<Submission, 'windowId' | 'cutOffAt' | 'windowOutcome'>,
  at: Instant,
): WindowOutcome | null {
  const { windowId, cutOffAt, windowOutcome } = submission;
  if (windowId === null || cutOffAt === null || windowOutcome !== null || at < cutOffAt) {
    return null;
  }
  return outcomeOf(submission);
}

/** Whether a settled submission goes on in rolling intake: one that is over has its column in the account and nothing else to come (P13). */
export const goesOn = (outcome: WindowOutcome, { state }: Pick<Submission, 'state'>): boolean =>
  (outcome === 'carried-over' || outcome === 'returned') && actRules.carryOver.from.includes(state);

/** The cut-off while it still binds: open, and not yet with the department. */
export function bindingCutOff(submission: Standing & Pick<Submission, 'cutOffAt' | 'windowOutcome'>): Instant | null {
  if (submission.cutOffAt === null || submission.windowOutcome !== null) {
    return null;
  }
  return submission.state === 'returned' || outcomeOf(submission) === 'carried-over' ? submission.cutOffAt : null;
}

const pastIntake: readonly Deadline['about'][] = ['department', 'ministry', 'publicity', 'objection'];

/** The cut-off that binds a wait, or bound it until it ended: none at the department and after, nor for what went on past it. */
export function cutOffOf(
  { about, endedAt }: Pick<Deadline, 'about' | 'endedAt'>,
  submission: Standing & Pick<Submission, 'cutOffAt' | 'windowOutcome'>,
): Instant | null {
  const { cutOffAt } = submission;
  if (cutOffAt === null || pastIntake.includes(about)) {
    return null;
  }
  return endedAt === null ? bindingCutOff(submission) : endedAt < cutOffAt ? cutOffAt : null;
}

/** The cut-off is half-open (P12): its last day is the one that ends with it. */
export const lastDayBefore = (cutOffAt: Instant): PlainDate => shanghaiDateOf(new Date(Date.parse(cutOffAt) - 1).toISOString());
