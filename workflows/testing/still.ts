import type { SubmissionAct } from '@dengke/contract';

/** Acts after which it stands where it stood. */
const still = [
  ...(['submit', 'open', 'claim', 'urge', 'reassign', 'recall', 'askWithdrawal', 'handInPaper', 'receivePaper'] as const),
  ...(['handOver', 'reroute', 'takeOver', 'recount', 'moveLimit', 'moveCutOff', 'moveWindow', 'correct', 'judgeLikeness'] as const),
  ...(['reportChange', 'acknowledgeChange', 'returnChange'] as const),
  ...(['confirmEntry', 'dispute', 'settleDispute'] as const),
];
export const isStill = (act: SubmissionAct): act is (typeof still)[number] => (still as readonly SubmissionAct[]).includes(act);
