import type { SubmissionAct } from '@dengke/contract';
import type { ActHandler } from './act-context';
import { askWithdrawal, withdraw } from './applicant';
import { acknowledge, approve, giveBack, pass, reject, reportAgain, returnReport } from './decide';
import { acknowledgeChange, reportChange, returnChange } from './changes';
import { claim, close, consentWithdrawal, open, reassign, recall, urge } from './desk';
import { confirmEntry, dispute, settleDispute } from './dispute';
import { handOver } from './graph-change';
import { judgeLikeness } from './likeness';
import { handInPaper, receivePaper } from './paper';
import { clear, exclude, suspect } from './secrecy';
import { carryOver, escalate, moveCutOff, register, reportUp } from './time';

type Answer = 'hold' | 'declineObjection' | 'overrule' | 'uphold';
type BroughtAlong =
  'submit' | 'resubmit' | 'reroute' | 'takeOver' | 'recount' | 'extend' | 'moveLimit' | 'moveWindow' | 'correct' | 'cancel' | Answer;

/**
 * One small file per kind of act. Some bring along what only accounts or a form knows: `submit` and `resubmit` in `submitting/`, `reroute` in
 * `rerouting/`, `takeOver` in `organisations/`, `recount` in `calendar/`, `extend` in `extensions/`, `moveLimit` in `limits/`, `moveWindow` in `rescheduling/`, `correct` in `corrections/`, `cancel` in
 * `cancellations/`, what answers an objection in `objections/`.
 */
export const handlers: Record<Exclude<SubmissionAct, BroughtAlong>, ActHandler> = {
  withdraw,
  askWithdrawal,
  handInPaper,
  receivePaper,
  open,
  claim,
  release: pass,
  recommend: pass,
  approve,
  return: giveBack,
  reject,
  judgeLikeness,
  consentWithdrawal,
  recall,
  close,
  urge,
  reassign,
  handOver,
  suspect,
  clear,
  exclude,
  confirmEntry,
  dispute,
  settleDispute,
  acknowledge,
  returnReport,
  reportAgain,
  reportChange,
  acknowledgeChange,
  returnChange,
  escalate,
  carryOver,
  moveCutOff,
  register,
  reportUp,
};
