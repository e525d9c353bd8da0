import type { SubmissionAct } from '@dengke/contract';

/** Every act of R-city in its order, paper at each level; the workflow's report-up between approval and acknowledgement. */
export const wholeWay: readonly SubmissionAct[] = [
  'submit',
  ...(['open', 'claim', 'release'] as const),
  ...(['open', 'claim', 'handInPaper', 'receivePaper', 'recommend'] as const),
  ...(['open', 'claim', 'handInPaper', 'receivePaper', 'recommend'] as const),
  ...(['open', 'claim', 'handInPaper', 'receivePaper', 'approve'] as const),
  'reportUp',
  'acknowledge',
];

/** Of these the completer hears. */
export const toldToCompleter: readonly SubmissionAct[] = [
  'release',
  'receivePaper',
  'recommend',
  'receivePaper',
  'recommend',
  'receivePaper',
  'approve',
  'acknowledge',
];
