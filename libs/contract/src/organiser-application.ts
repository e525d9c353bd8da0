import type { ApplicationRule } from './application-rule';
import type { PlainDate } from './ledger';

/**
 * 山西省科技成果登记组织管理部门申请表 (附件2, S59, S60, S82–S86): somebody applies to be an organiser. Decided by the department within seven
 * working days of receipt (P9).
 */
export const organiserApplicationStates = {
  received: { label: '待审核', waitsFor: 'the department’s super administrator', whenLate: 'escalate', over: false },
  approved: { label: '已批准', waitsFor: null, whenLate: null, over: true },
  refused: { label: '不予批准', waitsFor: null, whenLate: null, over: true },
  withdrawn: { label: '已撤回', waitsFor: null, whenLate: null, over: true },
} as const satisfies Record<string, { label: string; waitsFor: string | null; whenLate: string | null; over: boolean }>;
export type OrganiserApplicationState = keyof typeof organiserApplicationStates;

export const organiserApplicationActs = [
  'apply',
  'withdraw',
  'open',
  'approve',
  'refuse',
  'unmask',
  'setDue',
  'recount',
  'moveLimit',
  'extend',
  'escalate',
] as const;
export type OrganiserApplicationAct = (typeof organiserApplicationActs)[number];

/** The table of permitted acts. `apply` creates the application and so has no state to come from. */
export const organiserApplicationRules: Record<OrganiserApplicationAct, ApplicationRule<OrganiserApplicationState>> = {
  apply: { by: 'applicant', from: [], to: 'received', provisions: 'S59 S82 S83 S84 S85 S86 P5' },
  withdraw: { by: 'applicant', from: ['received'], to: 'withdrawn', provisions: 'P25' },
  open: { by: 'desk', from: ['received'], to: 'same', provisions: 'P25' },
  approve: { by: 'issuer', from: ['received'], to: 'approved', provisions: 'S56 S57 S60 P7 P9' },
  refuse: { by: 'decider', from: ['received'], to: 'refused', reason: 'required', provisions: 'S60 P9' },
  unmask: { by: 'overseer', from: ['received'], to: 'same', reason: 'required', provisions: 'P38' },
  setDue: { by: 'workflow', from: ['received'], to: 'same', provisions: 'S60 P9 P39' },
  recount: { by: 'workflow', from: ['received'], to: 'same', provisions: 'P40 P41 P42' },
  moveLimit: { by: 'registrar', from: ['received'], to: 'same', reason: 'required', provisions: 'P32 P42' },
  extend: { by: 'workflow', from: ['received'], to: 'same', provisions: 'P31 P32' },
  escalate: { by: 'workflow', from: ['received'], to: 'same', provisions: 'P31' },
};

/** The kinds of organiser, as S54 lists them; the last is for what the department approves beside. */
export const organiserKinds = {
  'municipal-science': '各市人民政府科技管理部门',
  'provincial-department': '省政府有关组成部门',
  'special-body': '直属特设机构',
  'direct-body': '直属机构',
  'managed-body': '部门管理机构',
  'dispatched-body': '派出机构',
  'public-institution': '直属事业单位',
  'central-enterprise': '驻晋有关中央科研院所和国有企业',
  'otherwise-approved': '经省科技厅批准的其他组织机构',
} as const;
export type OrganiserKind = keyof typeof organiserKinds;

/** 声明, word for word (S18, S85): accepted by sending it back as it stands. */
export const organiserDeclaration =
  '本单位按照山西省开展国家科技成果登记的有关规定，遵守组织管理部门规则和程序，对登记材料的真实性和准确性负责，并在开展成果登记工作中承担相应责任。';

export interface NamedContact {
  name: string;
  mobile: string;
}

/** All fields of the form (S82–S86); signature and seal come as scans beside it. */
export interface OrganiserForm {
  /** 组织管理部门 */
  organiser: string;
  kind: OrganiserKind;
  /** 地址及邮编 */
  address: string;
  postcode: string;
  /** 提名单位法定代表人 */
  legalRepresentative: string;
  /** 分管领导 */
  leader: NamedContact;
  /** 具体承办部门, its head and its staff member */
  department: string;
  head: NamedContact & { mail: string };
  staff: NamedContact & { mail: string };
  declaration: string;
  /** 年 月 日 */
  signedOn: PlainDate;
}

/** 单位负责人签名, 单位（盖章）: the scans that come with the form (S59, S86, P5). */
export const organiserScans = ['signature', 'seal'] as const;
export type OrganiserScan = (typeof organiserScans)[number];
