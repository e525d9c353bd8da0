import type { SubmissionAct } from '@dengke/contract';
import type { ActHandler } from './act-context';
import { askWithdrawal, withdraw } from './applicant';
import { acknowledge, approve, giveBack, pass, reject, reportAgain, returnReport } from './decide';
import { claim, close, consentWithdrawal, open, reassign, recall, urge } from './desk';
import { handInPaper, receivePaper } from './paper';
import { carryOver, escalate, register, reportUp } from './time';

/** One small file per kind of act. `submit` and `resubmit` bring a form along and are in `submit.service.ts`. */
export const handlers: Record<Exclude<SubmissionAct, 'submit' | 'resubmit'>, ActHandler> = {
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
  consentWithdrawal,
  recall,
  close,
  urge,
  reassign,
  acknowledge,
  returnReport,
  reportAgain,
  escalate,
  carryOver,
  register,
  reportUp,
};
