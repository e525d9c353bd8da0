import { DomainError } from '@dengke/service-kit';
import type { ActHandler } from './act-context';

/** 撤回: free until the desk has opened it; while it is with the completer, always (P25). */
export const withdraw: ActHandler = (context) => {
  if (context.stage !== null && context.stage.openedAt !== null) {
    throw new DomainError('ALREADY_OPENED');
  }
  return { submission: { state: 'withdrawn' }, wait: { for: 'nothing' }, text: { reason: context.input.reason } };
};

/** After the desk has opened it, the applicant asks and the desk consents (P25). */
export const askWithdrawal: ActHandler = (context) => {
  if (context.submission.withdrawalAsked) {
    return null;
  }
  return { submission: { withdrawalAsked: true }, text: { reason: context.input.reason } };
};
