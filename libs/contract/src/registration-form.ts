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

/** 完成单位 (field 22), in order; the first one submits. */
export interface FormUnit {
  name: string;
  uscc: string;
  /** The unit's id in accounts where it is one of ours; the first unit's is compulsory. */
  unitId?: string;
  /** 单位属性, code list `unit-kind`. */
  kind: string;
  /** 所在省市, code list `area`. */
  areaCode: string;
  /** What follows is asked of the first unit alone. */
  affiliation?: string;
  address?: string;
  postcode?: string;
  contact?: string;
  phone?: string;
  email?: string;
}

/** 完成人 (field 23), in order of rank. */
export interface FormCompleter {
  name: string;
  /** Code lists `gender`, `title`, `education`. */
  gender: string;
  /** YYYY-MM */
  bornIn: string;
  title: string;
  education: string;
  /** 是否留学归国 */
  returnee: boolean;
  workUnit: string;
  contribution: string;
  /** The completer in accounts where he is a person of the first unit: he reviews the achievement nowhere (P30). */
  personId?: string;
}

/** 万元, exact: decimal(14,2) without idle zeros. */
export type Amount = string;

export interface FormFunding {
  /** Code list `funding-source`. */
  source: string;
  amount: Amount;
}

export interface FormEvaluator {
  name: string;
  workUnit: string;
  title?: string;
  specialty?: string;
}

export interface FormIpRight {
  /** Code list `ip-kind`. */
  kind: string;
  number: string;
  name: string;
  grantedOn: PlainDate;
}

export interface FormPaper {
  title: string;
  publishedBy: string;
  /** YYYY-MM */
  publishedIn: string;
  indexedBy?: string;
  citations?: number;
}

/**
 * 《科技成果登记表》 as it is stored (docs/forms.md). What each field is, for which category and when it is required is data: the schemas in
 * `forms/`; a field that some category lacks is optional here. Codes are those of the lists the schema names.
 */
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
  embodiment: string;
  embodimentNote?: string;
  standardForm?: string;
  attribute?: string;
  phase?: string;
  achievementLevel?: string;
  researchForm: string;
  disciplines: string[];
  clcNumber: string;
  industrySection: string;
  industryDivision: string;
  highTechField?: string;
  projectSource: string;
  projectProgramme?: string;
  /** 立项编号, 立项部门 and acceptance: required where the ground is `must` (P16). */
  projectNumber?: string;
  projectName?: string;
  sponsor?: string;
  acceptedOn?: PlainDate;
  acceptedBySponsor?: boolean;
  funding: FormFunding[];
  evaluationMethod: string;
  evaluatedBy: string;
  evaluatedOn: PlainDate;
  evaluationNumber?: string;
  evaluators?: FormEvaluator[];
  evaluationConclusion?: string;
  /** Answered for applied technology; no is allowed where other evidence of S68 is given. */
  hasIpRights?: boolean;
  ipRights?: FormIpRight[];
  papers?: FormPaper[];
  applicationState?: string;
  idleReason?: string;
  newRevenue?: Amount;
  newProfit?: Amount;
  newTax?: Amount;
  savings?: Amount;
  transferModes?: string[];
  transferNeeds?: string;
  transferPublic?: boolean;
  units: FormUnit[];
  completers: FormCompleter[];
  contactPhone: string;
  summary: string;
  declarations: Declaration[];
}

type Loose<T> = T extends (infer Row extends object)[] ? Partial<Row>[] : T;

/** The form on its way: any of its fields, also of a row, may still be missing. */
export type PartialForm = { [Field in keyof RegistrationForm]?: Loose<NonNullable<RegistrationForm[Field]>> };

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
