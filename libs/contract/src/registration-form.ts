import type { PlainDate } from './ledger';

/** 成果类别: 应用技术 Y, 基础理论 J, 软科学 R (P20, P34). */
export const categories = { applied: 'Y', basic: 'J', soft: 'R' } as const;
export type Category = keyof typeof categories;

/** 登记依据 (P16): 必须 S46, 自愿 S47, 可以 S48. */
export const grounds = ['must', 'voluntary', 'may'] as const;
export type Ground = (typeof grounds)[number];

export type EvidenceRole = 'alternative' | 'required' | 'extra' | 'supporting';

/**
 * Kinds of evidence and the categories they serve: one alternative and each required kind (P20, S68–S70), what 542 art. 8 asks beside them (P21),
 * and what else supports a form.
 */
export const evidenceKinds = {
  'acceptance-report': { label: '项目验收报告', categories: ['applied'], role: 'alternative' },
  'evaluation-certificate': { label: '科技成果鉴定（评价）证书', categories: ['applied'], role: 'alternative' },
  'drug-approval': { label: '国家药品颁布件', categories: ['applied'], role: 'alternative' },
  standard: { label: '国家标准、地方标准', categories: ['applied'], role: 'alternative' },
  'intellectual-property': { label: '自主知识产权', categories: ['applied'], role: 'alternative' },
  'industry-access': { label: '行业准入证明（登记证、审定证书等）', categories: ['applied'], role: 'alternative' },
  'new-product-certificate': { label: '新产品证书', categories: ['applied'], role: 'alternative' },
  'development-report': { label: '研制报告', categories: ['applied'], role: 'extra' },
  'user-proof': { label: '用户证明', categories: ['applied'], role: 'extra' },
  paper: { label: '学术论文', categories: ['basic'], role: 'alternative' },
  monograph: { label: '学术专著', categories: ['basic'], role: 'alternative' },
  'academic-opinion': { label: '本单位学术部门评价意见', categories: ['basic'], role: 'required' },
  'citation-proof': { label: '被引用证明', categories: ['basic'], role: 'required' },
  'closing-report': { label: '结题报告等评价证明', categories: ['soft'], role: 'alternative' },
  'research-report': { label: '研究报告', categories: ['soft'], role: 'extra' },
  'task-document': { label: '任务书、计划下达通知', categories: ['applied', 'basic', 'soft'], role: 'supporting' },
  'test-report': { label: '检测报告', categories: ['applied'], role: 'supporting' },
} as const satisfies Record<string, { label: string; categories: readonly Category[]; role: EvidenceRole }>;
export type EvidenceKind = keyof typeof evidenceKinds;

/** 声明 (P23, S18; `equalsEvidence`: name, units and people are those of the evidence, P22): each ticked by the submitter. */
export const declarations = ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'] as const;
export type Declaration = (typeof declarations)[number];

export interface FormUnit {
  name: string;
  uscc: string;
  /** The unit's id in accounts where it is one of ours; the first unit's is compulsory. */
  unitId?: string;
}

export interface FormCompleter {
  name: string;
  contribution: string;
  title?: string;
  workUnit?: string;
  /** The completer in accounts where he is a person of the first unit: he reviews the achievement nowhere (P30). */
  personId?: string;
}

/** The core fields of 《科技成果登记表》 (domain.md §4.8); the whole form comes with its schema later. */
export interface RegistrationForm {
  name: string;
  category: Category;
  /** 成果密级 admits only public (P17). */
  secrecy: 'public' | 'classified';
  /** 研究起始、终止: months, YYYY-MM. */
  studyFrom: string;
  studyTo: string;
  keywords: string[];
  ground: Ground;
  /** 立项编号, 立项部门 and acceptance: required where the ground is `must` (P16). */
  projectNumber?: string;
  sponsor?: string;
  acceptedOn?: PlainDate;
  acceptedBySponsor?: boolean;
  units: FormUnit[];
  completers: FormCompleter[];
  contactPhone: string;
  summary: string;
  declarations: Declaration[];
}

/** One piece of evidence of a draft. `issuedOn` is the date from which the date achieved is taken (P15). */
export interface Evidence {
  id: string;
  kind: EvidenceKind;
  number: string;
  issuedOn: PlainDate;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}
