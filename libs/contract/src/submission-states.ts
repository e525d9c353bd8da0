import type { SubmissionAct } from './submission-acts';

/**
 * The states of a submission: who acts, by when, and whether it is over. docs/journey.md draws its diagram from here and from
 * `actRules`; a spec checks that each state is reachable and each unfinished one has a way out.
 */
export const submissionStates = {
  'in-review': { label: '审查中', waitsFor: 'the present desk of the route', whenLate: 'escalate', over: false },
  returned: { label: '已退回', waitsFor: 'the completer', whenLate: 'escalate', over: false },
  suspected: { label: '涉密核查', waitsFor: 'the department’s super administrator', whenLate: null, over: false },
  'in-publicity': {
    label: '公示中',
    waitsFor: 'the end of publicity, and the registrar where an objection holds it',
    whenLate: 'register',
    over: false,
  },
  registered: { label: '已登记', waitsFor: 'the ministry’s acknowledgement', whenLate: 'escalate', over: false },
  reported: { label: '已上报', waitsFor: null, whenLate: null, over: true },
  rejected: { label: '不予登记', waitsFor: null, whenLate: null, over: true },
  withdrawn: { label: '已撤回', waitsFor: null, whenLate: null, over: true },
  closed: { label: '已关闭', waitsFor: null, whenLate: null, over: true },
  cancelled: { label: '已注销', waitsFor: null, whenLate: null, over: true },
} as const satisfies Record<string, { label: string; waitsFor: string | null; whenLate: SubmissionAct | null; over: boolean }>;

export type SubmissionState = keyof typeof submissionStates;

/** States in which the fingerprint of the achievement is occupied (P19): live and registered ones. */
export const occupyingStates = [
  'in-review',
  'returned',
  'suspected',
  'in-publicity',
  'registered',
  'reported',
] as const satisfies SubmissionState[];

export const isOver = (state: SubmissionState): boolean => submissionStates[state].over;

/** How a submission came in, and where it stands in the account of its window (docs/journey.md, “The cut-off”). */
export const intakeModes = ['window', 'rolling'] as const;
export type IntakeMode = (typeof intakeModes)[number];
export const windowOutcomes = ['transmitted', 'carried-over', 'returned', 'withdrawn', 'rejected'] as const;
export type WindowOutcome = (typeof windowOutcomes)[number];
