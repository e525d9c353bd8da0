import { createHash } from 'node:crypto';
import type { Category, Evidence, EvidenceKind, FormCompleter, FormIpRight, FormUnit, RegistrationForm, RouteUnit } from '@dengke/contract';

/** A completing unit of the seed as accounts would answer it. */
export const aUnit: RouteUnit = {
  id: 'unit-zhangling-coal',
  name: '长治市漳岭煤业有限公司',
  uscc: '91140403DM00000134',
  areaCode: '140403',
  organiserId: 'org-sx-energy',
  ofOne: false,
};

/** The first unit as a form states it. */
export const aFirstUnit = (parts: Partial<FormUnit> = {}): FormUnit => ({
  name: aUnit.name,
  uscc: aUnit.uscc,
  unitId: aUnit.id,
  kind: 'enterprise',
  areaCode: aUnit.areaCode,
  affiliation: '山西省',
  address: '长治市潞州区示例路1号',
  postcode: '046000',
  contact: '乙某',
  phone: '0355-0000002',
  email: 'office@example.cn',
  ...parts,
});

/** A unit that takes part, of which less is asked. */
export const aSecondUnit = (parts: Partial<FormUnit> = {}): FormUnit => ({
  name: '太原市某研究所',
  uscc: '914403001922038216',
  kind: 'institute',
  areaCode: '1401',
  ...parts,
});

export const aCompleter = (parts: Partial<FormCompleter> = {}): FormCompleter => ({
  name: '甲某',
  gender: 'male',
  bornIn: '1978-05',
  title: '1',
  education: '2',
  returnee: false,
  workUnit: aUnit.name,
  contribution: '总体方案与试验',
  ...parts,
});

const ofCategory: Record<Category, Partial<RegistrationForm>> = {
  applied: {
    ...{ attribute: '1', phase: '3', achievementLevel: '3', highTechField: '08', hasIpRights: true },
    ...{ applicationState: '1', newRevenue: '1200.5', newProfit: '150', newTax: '20.25' },
  },
  basic: { papers: [{ title: '煤层气梯级利用的热力学分析', publishedBy: '某学报', publishedIn: '2023-01', citations: 3 }] },
  soft: {},
};

const rightOf = (name: string): FormIpRight => ({
  ...{ kind: '01', name: '一种煤层气梯级利用装置', grantedOn: '2023-02-10' },
  number: `ZL2021${createHash('sha256').update(name).digest().readUIntBE(0, 6).toString().slice(0, 8)}.1`,
});

/** A form that lacks nothing, on the ground 自愿; `parts` replace what a spec is about. */
export const aForm = ({ category = 'applied', ...parts }: Partial<RegistrationForm> = {}): RegistrationForm => ({
  name: '低浓度煤层气梯级利用关键技术',
  category,
  secrecy: 'public',
  studyFrom: '2021-03',
  studyTo: '2023-04',
  keywords: ['煤层气', '梯级利用'],
  ground: 'voluntary',
  embodiment: '01',
  researchForm: '01',
  disciplines: ['480', '44030'],
  clcNumber: 'TD712',
  industrySection: 'B',
  industryDivision: '06',
  projectSource: '09',
  funding: [
    { source: '05', amount: '320' },
    { source: '03', amount: '30.5' },
  ],
  evaluationMethod: '05',
  evaluatedBy: '某科技评价中心',
  evaluatedOn: '2023-05-16',
  evaluationNumber: 'DEMO-2023-001',
  ...ofCategory[category],
  ...(category === 'applied' && { ipRights: [rightOf(parts.name ?? '')] }),
  units: [aFirstUnit()],
  completers: [aCompleter()],
  contactPhone: '0355-0000001',
  summary: '针对低浓度煤层气直接排放的问题，提出梯级利用工艺。',
  declarations: ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'],
  ...parts,
});

/** What makes a form one of a plan project, accepted by its sponsor. */
export const aPlanProject = {
  ground: 'must',
  projectSource: '03',
  projectProgramme: '山西省重点研发计划',
  projectName: '低浓度煤层气梯级利用关键技术研究',
  projectNumber: '2021-DEMO-017',
  sponsor: '省科技厅',
  acceptedBySponsor: true,
  acceptedOn: '2023-05-16',
} as const satisfies Partial<RegistrationForm>;

export const anEvidence = (kind: EvidenceKind, issuedOn = '2023-05-16'): Evidence => ({
  id: `${kind}-${issuedOn}`,
  kind,
  number: 'DEMO-2023-001',
  issuedOn,
  fileName: '证明.pdf',
  mediaType: 'application/pdf',
  bytes: 1_000,
  sha256: '0'.repeat(64),
});

/** The least evidence a category needs (P20). */
export const evidenceFor = (category: Category, issuedOn?: string): Evidence[] => {
  const kinds: Record<Category, EvidenceKind[]> = {
    applied: ['evaluation-certificate'],
    basic: ['paper', 'academic-opinion', 'citation-proof'],
    soft: ['closing-report'],
  };
  return kinds[category].map((kind) => anEvidence(kind, issuedOn));
};
