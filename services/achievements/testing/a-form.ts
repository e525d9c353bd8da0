import type { Category, Evidence, EvidenceKind, RegistrationForm, RouteUnit } from '@dengke/contract';

/** A completing unit of the seed as accounts would answer it. */
export const aUnit: RouteUnit = {
  id: 'unit-zhangling-coal',
  name: '长治市漳岭煤业有限公司',
  uscc: '91140403DM00000134',
  areaCode: '140403',
  organiserId: 'org-sx-energy',
  ofOne: false,
};

/** A form that lacks nothing, on the ground 自愿; `parts` replace what a spec is about. */
export const aForm = (parts: Partial<RegistrationForm> = {}): RegistrationForm => ({
  name: '低浓度煤层气梯级利用关键技术',
  category: 'applied',
  secrecy: 'public',
  studyFrom: '2021-03',
  studyTo: '2023-04',
  keywords: ['煤层气', '梯级利用'],
  ground: 'voluntary',
  units: [{ name: aUnit.name, uscc: aUnit.uscc, unitId: aUnit.id }],
  completers: [{ name: '甲某', contribution: '总体方案与试验' }],
  contactPhone: '0355-0000001',
  summary: '针对低浓度煤层气直接排放的问题，提出梯级利用工艺。',
  declarations: ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'],
  ...parts,
});

/** What makes a form one of a plan project, accepted by its sponsor. */
export const aPlanProject = {
  ground: 'must',
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
