import type { Instant } from './ledger';

/**
 * 更正: what was registered is corrected as a request with reason and document, which the department decides (P36). The states: who is waited
 * for, what happens when nobody moves, whether it is over.
 */
export const correctionStates = {
  asked: { label: '待审批', waitsFor: 'the department', whenLate: 'escalate', over: false },
  approved: { label: '已更正', waitsFor: null, whenLate: null, over: true },
  refused: { label: '不予更正', waitsFor: null, whenLate: null, over: true },
  withdrawn: { label: '已撤回', waitsFor: null, whenLate: null, over: true },
  lapsed: { label: '因注销终止', waitsFor: null, whenLate: null, over: true },
} as const satisfies Record<string, { label: string; waitsFor: string | null; whenLate: string | null; over: boolean }>;
export type CorrectionState = keyof typeof correctionStates;

export const isCorrectionOver = (state: CorrectionState): boolean => correctionStates[state].over;

export const correctionActs = ['ask', 'withdraw', 'approve', 'refuse', 'lapse', 'recount', 'moveLimit', 'extend', 'escalate'] as const;
export type CorrectionAct = (typeof correctionActs)[number];

interface CorrectionRule {
  /** `unit`: whoever writes for the unit whose registration it is; `registrar`: the department that gave the number. */
  by: 'unit' | 'registrar' | 'workflow';
  from: readonly CorrectionState[];
  to: CorrectionState | 'same';
  reason?: 'required';
  provisions: string;
}

/** The table of permitted acts. `ask` creates the correction and so has no state to come from; `lapse` comes with a cancellation. */
export const correctionRules: Record<CorrectionAct, CorrectionRule> = {
  ask: { by: 'unit', from: [], to: 'asked', reason: 'required', provisions: 'P36' },
  withdraw: { by: 'unit', from: ['asked'], to: 'withdrawn', provisions: 'P36' },
  approve: { by: 'registrar', from: ['asked'], to: 'approved', provisions: 'P36' },
  refuse: { by: 'registrar', from: ['asked'], to: 'refused', reason: 'required', provisions: 'P36' },
  lapse: { by: 'registrar', from: ['asked'], to: 'lapsed', provisions: 'P36' },
  recount: { by: 'workflow', from: ['asked'], to: 'same', provisions: 'P40 P41 P42' },
  moveLimit: { by: 'registrar', from: ['asked'], to: 'same', reason: 'required', provisions: 'P32 P42' },
  extend: { by: 'workflow', from: ['asked'], to: 'same', provisions: 'P31 P32' },
  escalate: { by: 'workflow', from: ['asked'], to: 'same', provisions: 'P31' },
};

/** What can be corrected: what is printed on the certificate or published; number and day of approval stay (P34). */
export const correctableFields = ['name', 'units', 'completers', 'studyFrom', 'studyTo'] as const;
export type CorrectableField = (typeof correctableFields)[number];

export interface RegisteredUnit {
  name: string;
  uscc: string;
}

/** What is registered in one version of a certificate, as far as it can be corrected. Completers by name, in order. */
export interface RegisteredContent {
  name: string;
  units: RegisteredUnit[];
  completers: string[];
  studyFrom: string;
  studyTo: string;
}

/** One fact of a correction's ledger as its workflow hears it. Ids, states and instants only. */
export interface CorrectionFact {
  id: string;
  /** From 1 without gaps. */
  number: number;
  act: CorrectionAct;
  at: Instant;
  /** Who acted; null for the workflow. */
  by: string | null;
  state: CorrectionState;
  /** The submission whose registration is corrected. */
  serial: string;
  /** The department that decides. */
  deskId: string;
  /** When the department is late; null when nothing falls due (also after its escalation). */
  dueAt: Instant | null;
}

/** A completed workflow's result: endings people plan for are results. */
export interface CorrectionOutcome {
  id: string;
  state: CorrectionState;
  lastFact: number;
}
