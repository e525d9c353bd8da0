import { createHash } from 'node:crypto';
import { checkListFor } from '@dengke/contract';
import type { Category, Evidence, Finding, PlainDate, RegistrationForm } from '@dengke/contract';
import type { Attachment } from './client';
import type { DemonstrationPerson, DemonstrationUnit } from './demonstration-people';

const ofCategory: Record<Category, Partial<RegistrationForm>> = {
  applied: {
    ...{ attribute: '1', phase: '3', achievementLevel: '9', highTechField: '08', hasIpRights: true },
    ...{ applicationState: '1', newRevenue: '860', newProfit: '120.5', newTax: '18' },
  },
  basic: {},
  soft: {},
};

/** Another for each name: the same number would be taken for the same achievement (P19). */
const patentOf = (name: string, year: number): string =>
  `ZL${year}${createHash('sha256').update(name).digest().readUIntBE(0, 6).toString().slice(0, 8)}.1`;

/** A complete form of an achievement, voluntary (S47), with everything that submit asks for; its evaluation ends the study. */
export function sampleForm(
  name: string,
  unit: DemonstrationUnit,
  completer: DemonstrationPerson,
  year: number,
  category: Category = 'applied',
): RegistrationForm {
  const granted = `${year - 1}-12-20`;
  return {
    name,
    category,
    secrecy: 'public',
    embodiment: '03',
    researchForm: '01',
    disciplines: ['440', '480'],
    clcNumber: 'TD712',
    industrySection: 'B',
    industryDivision: '06',
    projectSource: '09',
    funding: [{ source: '05', amount: '260' }],
    evaluationMethod: '08',
    evaluatedBy: '国家知识产权局',
    evaluatedOn: granted,
    evaluationNumber: `DEMO-${year - 1}-01`,
    ...ofCategory[category],
    ...(category === 'applied' ? { ipRights: [{ kind: '01', number: patentOf(name, year - 2), name, grantedOn: granted }] } : {}),
    ...(category === 'basic'
      ? { papers: [{ title: name, publishedBy: '某学报', publishedIn: `${year - 1}-11`, indexedBy: 'EI', citations: 2 }] }
      : {}),
    studyFrom: `${year - 2}-03`,
    studyTo: `${year - 1}-11`,
    keywords: ['瓦斯抽采', '智能调控', '节能'],
    ground: 'voluntary',
    units: [
      {
        ...{ name: unit.name, uscc: unit.uscc, unitId: unit.id, kind: 'enterprise', areaCode: '14', affiliation: '山西省' },
        ...{ address: '某市某路1号', postcode: '030000', contact: completer.name, phone: completer.mobile, email: 'office@example.cn' },
      },
    ],
    completers: [
      {
        ...{ name: completer.name, gender: 'female', bornIn: '1980-06', title: '2', education: '2', returnee: false },
        ...{ workUnit: unit.name, contribution: '总体方案与现场试验' },
      },
    ],
    contactPhone: completer.mobile,
    summary:
      '针对低浓度瓦斯抽采浓度波动大、利用率低的问题，提出多参数联动调控方法，研制了抽采管网智能调控装置，在矿井连续运行一年以上，抽采浓度稳定性明显提高，减少了能源消耗与排放。',
    declarations: ['truthful', 'noDispute', 'notRegistered', 'notClassified', 'equalsEvidence'],
  };
}

/** A desk that finds nothing wrong, item by item (P24). */
export const allInOrder = (form: Parameters<typeof checkListFor>[0]): Finding[] =>
  checkListFor(form).map(({ id }) => ({ item: id, answer: 'ok' }));

/** A patent certificate, the evidence of an applied achievement (S68). */
export function sampleEvidence(
  number: string,
  issuedOn: PlainDate,
): { fields: Pick<Evidence, 'kind' | 'number' | 'issuedOn'>; file: Attachment } {
  return {
    fields: { kind: 'intellectual-property', number, issuedOn },
    file: { name: '发明专利证书.pdf', mediaType: 'application/pdf', content: pdfWith(`Patent ${number}`) },
  };
}

/** The smallest PDF that a reader opens: one page with one line. */
export function pdfWith(line: string): Buffer {
  const text = `BT /F1 18 Tf 72 720 Td (${line.replace(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A date achieved that rolling intake takes today: yesterday in Asia/Shanghai, or today on 1 January. */
export function achievedLately(now: Date): PlainDate {
  const today = shanghaiDay(now);
  const yesterday = shanghaiDay(new Date(now.getTime() - 86_400_000));
  return yesterday.slice(0, 4) === today.slice(0, 4) ? yesterday : today;
}

const shanghaiDay = (instant: Date): PlainDate => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
