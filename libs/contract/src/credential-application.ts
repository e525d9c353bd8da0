import type { ApplicationRule } from './application-rule';

/**
 * 申请用户名及初始密码 (S27, S61, P6): somebody of a completing unit asks the level above for a login. The states: who is waited for, what
 * happens when nobody moves, whether it is over.
 */
export const credentialApplicationStates = {
  applied: { label: '待办理', waitsFor: 'the desk', whenLate: 'escalate', over: false },
  issued: { label: '已发放', waitsFor: 'the first password to be changed', whenLate: 'expire', over: false },
  'issued-expired': { label: '初始密码已过期', waitsFor: 'the desk, to issue again', whenLate: 'escalate', over: false },
  active: { label: '已启用', waitsFor: null, whenLate: null, over: true },
  refused: { label: '不予发放', waitsFor: null, whenLate: null, over: true },
  withdrawn: { label: '已撤回', waitsFor: null, whenLate: null, over: true },
} as const satisfies Record<string, { label: string; waitsFor: string | null; whenLate: string | null; over: boolean }>;
export type CredentialApplicationState = keyof typeof credentialApplicationStates;

export const credentialApplicationActs = [
  'apply',
  'withdraw',
  'redirect',
  'issue',
  'refuse',
  'unmask',
  'activate',
  'setDue',
  'recount',
  'moveLimit',
  'extend',
  'escalate',
  'expire',
] as const;
export type CredentialApplicationAct = (typeof credentialApplicationActs)[number];

/** The table of permitted acts. `apply` creates the application and so has no state to come from. */
export const credentialApplicationRules: Record<CredentialApplicationAct, ApplicationRule<CredentialApplicationState>> = {
  apply: { by: 'applicant', from: [], to: 'applied', provisions: 'S27 S61 P6' },
  withdraw: { by: 'applicant', from: ['applied', 'issued-expired'], to: 'withdrawn', provisions: 'P6' },
  redirect: { by: 'overseer', from: ['applied', 'issued', 'issued-expired'], to: 'same', reason: 'required', provisions: 'S61' },
  issue: { by: 'issuer', from: ['applied', 'issued-expired'], to: 'issued', provisions: 'S27 S56 S58 S61 P6 P7 P8' },
  refuse: { by: 'decider', from: ['applied', 'issued-expired'], to: 'refused', reason: 'required', provisions: 'P6' },
  unmask: { by: 'overseer', from: ['applied', 'issued', 'issued-expired'], to: 'same', reason: 'required', provisions: 'P38' },
  activate: { by: 'holder', from: ['issued', 'issued-expired'], to: 'active', provisions: 'P8' },
  setDue: { by: 'workflow', from: ['applied', 'issued-expired'], to: 'same', provisions: 'P32 P39' },
  recount: { by: 'workflow', from: ['applied', 'issued-expired'], to: 'same', provisions: 'P40 P41 P42' },
  moveLimit: { by: 'registrar', from: ['applied', 'issued-expired'], to: 'same', reason: 'required', provisions: 'P32 P42' },
  extend: { by: 'workflow', from: ['applied', 'issued-expired'], to: 'same', provisions: 'P31 P32' },
  escalate: { by: 'workflow', from: ['applied', 'issued-expired'], to: 'same', provisions: 'P31' },
  expire: { by: 'workflow', from: ['issued'], to: 'issued-expired', provisions: 'P8' },
};

/** What may be asked for: the role of a completer, or of the unit's administrator. */
export const rolesToApplyFor = ['completer', 'unitAdmin'] as const;
export type RoleAppliedFor = (typeof rolesToApplyFor)[number];

/** The line a unit belongs to where accounts does not know it yet: the energy line goes to the energy bureaus (S22, S25, S27). */
export const unitFields = ['energy', 'other'] as const;
export type UnitField = (typeof unitFields)[number];

export const unitKinds = ['enterprise', 'institute', 'university', 'hospital', 'other'] as const;
export type UnitKind = (typeof unitKinds)[number];
