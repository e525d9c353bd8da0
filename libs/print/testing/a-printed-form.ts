import type { Category, Evidence, EvidenceKind, RegistrationForm } from '@dengke/contract';
import { schemaFor } from '@dengke/contract/forms';
import type { PrintedForm } from '../src/registration-form';

const unit = {
  name: '长治市漳岭煤业有限公司',
  uscc: '91140403DM00000134',
  unitId: 'unit-zhangling-coal',
  kind: 'enterprise',
  areaCode: '140403',
  affiliation: '山西省',
  address: '长治市潞州区示例路1号',
  postcode: '046000',
  contact: '乙某',
  phone: '0355-0000002',
  email: 'office@example.cn',
};
const completer = (name: string, contribution: string) => ({
  ...{ name, gender: 'male', bornIn: '1978-05', title: '1', education: '2', returnee: false },
  ...{ workUnit: unit.name, contribution, personId: 'person-one' },
});

const ofCategory: Record<Category, Partial<RegistrationForm>> = {
  applied: {
    ...{ embodiment: '01', attribute: '1', phase: '3', achievementLevel: '3', highTechField: '08', hasIpRights: true },
    ...{ applicationState: '1', newRevenue: '1200.5', newProfit: '150', newTax: '20.25' },
    ipRights: [{ kind: '01', number: 'ZL202110000001.1', name: '一种煤层气梯级利用装置', grantedOn: '2023-02-10' }],
  },
  basic: {
    embodiment: '01',
    papers: [{ title: '煤层气梯级利用的热力学分析', publishedBy: '某学报', publishedIn: '2023-01', citations: 3 }],
  },
  soft: { embodiment: '03' },
};
const kindOf: Record<Category, EvidenceKind> = { applied: 'evaluation-certificate', basic: 'academic-opinion', soft: 'closing-report' };

const evidence = (category: Category): Evidence => ({
  ...{ id: 'piece-one', kind: kindOf[category], number: 'DEMO-2023-001', issuedOn: '2023-05-16', fileName: '证明.pdf' },
  ...{ mediaType: 'application/pdf', bytes: 1_000, sha256: '0123456789abcdef'.repeat(4) },
});

/** A whole version as it is printed; `parts` replace what a spec is about. */
export function aPrintedForm(category: Category = 'applied', parts: Partial<PrintedForm> = {}): PrintedForm {
  const form: RegistrationForm = {
    ...{ name: '低浓度煤层气梯级利用关键技术', category, secrecy: 'public', studyFrom: '2021-03', studyTo: '2023-04' },
    ...{ keywords: ['煤层气', '梯级利用'], ground: 'voluntary', embodiment: '', researchForm: '01', disciplines: ['480', '44030'] },
    ...{ clcNumber: 'TD712', industrySection: 'B', industryDivision: '06', projectSource: '09' },
    funding: [
      { source: '05', amount: '320' },
      { source: '03', amount: '30.5' },
    ],
    ...{ evaluationMethod: '05', evaluatedBy: '某科技评价中心', evaluatedOn: '2023-05-16', evaluationNumber: 'DEMO-2023-001' },
    ...ofCategory[category],
    units: [unit, { name: '太原市某研究所', uscc: '914403001922038216', kind: 'institute', areaCode: '1401' }],
    completers: [completer('甲某', '总体方案与试验'), completer('丙某', '现场试验、数据分析')],
    contactPhone: '0355-0000001',
    summary: '针对低浓度煤层气直接排放的问题，提出梯级利用工艺。',
    declarations: ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'],
  };
  return {
    ...{ schema: schemaFor(category, 2023), form, evidence: [evidence(category)], serial: '2023-000001', version: 2 },
    ...{ digest: '0123456789abcdef'.repeat(4), submitted: '2023年8月10日', registrationNumber: null, approvedOn: null, note: null },
    desks: [
      { kind: 'unit', name: unit.name },
      { kind: 'recommender', name: '长治市能源局' },
      { kind: 'recommender', name: '山西省能源局' },
      { kind: 'registrar', name: '山西省科学技术厅' },
    ],
    ...parts,
  };
}
