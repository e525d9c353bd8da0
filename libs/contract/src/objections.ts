/**
 * 异议 (P33): what anybody may say against an achievement in publicity, in writing, with real name or the unit's seal and a contact. Anonymous
 * and late ones are recorded as not accepted; an accepted one holds the registration until it is decided.
 */
export const objectionKinds = {
  novelty: '创新性',
  advancement: '先进性',
  practicality: '实用性',
  truth: '材料真实性',
  completers: '主要完成人',
  units: '主要完成单位',
} as const;
export type ObjectionKind = keyof typeof objectionKinds;

/** Who objects: a person with the real name, or a unit with its seal. */
export const objectors = ['person', 'unit'] as const;
export type Objector = (typeof objectors)[number];

export const objectionStates = {
  received: { label: '已收到', open: true },
  'not-accepted': { label: '不予受理', open: false },
  declined: { label: '不予受理（经审核）', open: false },
  accepted: { label: '已受理', open: true },
  overruled: { label: '异议不成立', open: false },
  upheld: { label: '异议成立', open: false },
  /** Another objection was upheld: there is nothing left to decide. */
  moot: { label: '已终止', open: false },
} as const satisfies Record<string, { label: string; open: boolean }>;
export type ObjectionState = keyof typeof objectionStates;

/** Why one is recorded as not accepted without anybody deciding so. */
export const formalFlaws = ['anonymous', 'late'] as const;
export type FormalFlaw = (typeof formalFlaws)[number];
