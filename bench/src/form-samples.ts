import type { Evidence, FormCompleter, RegistrationForm } from '@dengke/contract';
import { schemaFor } from '@dengke/contract/forms';
import type { PrintedForm } from '@dengke/print';

const subjects = ['煤层气', '矿井水', '煤矸石', '焦炉煤气', '风电叶片', '光伏组件', '储能电池', '余热锅炉', '掘进机', '综采支架'];
const purposes = [
  '梯级利用',
  '在线监测',
  '高效分离',
  '安全预警',
  '智能控制',
  '资源化处理',
  '故障诊断',
  '低碳转化',
  '协同优化',
  '长周期运行',
];
const sentences = [
  '针对现场长期存在的问题',
  '提出了新的工艺路线',
  '研制了成套装备',
  '建立了预测模型',
  '完成了工业性试验',
  '能耗显著下降',
  '运行稳定可靠',
];
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const given = '伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂英建国志文斌丽红玉';

/** The same numbers each time, another row for another seed. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A made-up form of one who fills in all of it: nothing but code names and labels is the same in any two of them. */
export function aSample(seed: number): PrintedForm {
  const below = numbers(seed);
  const one = <T>(of: ArrayLike<T>): T => of[below(of.length)] as T;
  const unitName = `山西${one(subjects)}${one(purposes)}第${seed}示例有限公司`;
  const person = (): string => `${one(surnames)}${one(given)}${one(given)}`;
  const text = (length: number): string => {
    let words = '';
    while (words.length < length) {
      words += `${one(sentences)}，${one(subjects)}${one(purposes)}${below(100)}次；`;
    }
    return `${words.slice(0, length)}。`;
  };
  const completer = (): FormCompleter => ({
    ...{ name: person(), gender: one(['male', 'female']), bornIn: `19${60 + below(35)}-0${1 + below(9)}`, title: one(['1', '2', '3']) },
    ...{ education: one(['1', '2', '3']), returnee: below(10) === 0, workUnit: unitName, contribution: text(20) },
  });
  const name = `${one(subjects)}${one(purposes)}关键技术研究与应用之${seed}`;
  const phone = `0351-${1_000_000 + below(8_999_999)}`;
  const form: RegistrationForm = {
    ...{ name, category: 'applied', secrecy: 'public', ground: 'voluntary', studyFrom: '2021-03', studyTo: '2023-04' },
    ...{
      keywords: [one(subjects), one(purposes)],
      embodiment: '01',
      attribute: '1',
      phase: '3',
      achievementLevel: '3',
      researchForm: '01',
    },
    ...{ disciplines: ['480', '44030'], clcNumber: `TD${below(900)}`, industrySection: 'B', industryDivision: '06', highTechField: '08' },
    ...{ projectSource: '09', evaluationMethod: '05', evaluatedBy: `${one(subjects)}评价中心`, evaluatedOn: '2023-05-16' },
    ...{ evaluationNumber: `DEMO-2023-${seed}`, evaluationConclusion: text(150), hasIpRights: true, applicationState: '1' },
    ...{ newRevenue: `${below(9_000)}.5`, newProfit: String(below(900)), newTax: `${below(90)}.25` },
    funding: [
      { source: '05', amount: String(below(500)) },
      { source: '03', amount: `${below(90)}.5` },
    ],
    ipRights: [1, 2].map((at) => ({
      kind: '01',
      number: `ZL2021${seed}${at}`,
      name: `一种${one(subjects)}${one(purposes)}装置`,
      grantedOn: '2023-02-10',
    })),
    units: [
      {
        ...{ name: unitName, uscc: '91140403DM00000134', kind: 'enterprise', areaCode: '140403', affiliation: '山西省' },
        ...{
          address: `长治市潞州区示例路${below(900)}号`,
          postcode: '046000',
          contact: person(),
          phone,
          email: `office${seed}@example.cn`,
        },
      },
    ],
    completers: Array.from({ length: 5 }, completer),
    ...{
      contactPhone: phone,
      summary: text(600),
      declarations: ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'],
    },
  };
  return {
    ...{ schema: schemaFor('applied', 2023), form, evidence: [piece(seed)], serial: `2023-${String(seed).padStart(6, '0')}`, version: 1 },
    ...{ digest: hex(below), submitted: '2023年8月10日 10:00', registrationNumber: null, approvedOn: null, note: null },
    desks: [
      { kind: 'unit', name: unitName },
      { kind: 'recommender', name: '长治市能源局' },
      { kind: 'recommender', name: '山西省能源局' },
      { kind: 'registrar', name: '山西省科学技术厅' },
    ],
  };
}

const hex = (below: (most: number) => number): string => Array.from({ length: 64 }, () => below(16).toString(16)).join('');
const piece = (seed: number): Evidence => ({
  ...{
    id: `piece-${seed}`,
    kind: 'evaluation-certificate',
    number: `DEMO-2023-${seed}`,
    issuedOn: '2023-05-16',
    fileName: `证书${seed}.pdf`,
  },
  ...{ mediaType: 'application/pdf', bytes: 1_000, sha256: String(seed).padStart(64, '0') },
});
