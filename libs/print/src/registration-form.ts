import { join } from 'node:path';
import { evidenceKinds } from '@dengke/contract';
import type { Evidence, PartialForm, RegistrationForm } from '@dengke/contract';
import { fieldsOf } from '@dengke/contract/forms';
import type { FormSchema } from '@dengke/contract/forms';
import { toString as qrCodeOf } from 'qrcode';
import { labelOf, sectionsOf, wordsOf } from './form-boxes';
import type { Pair, RowsBlock } from './form-boxes';
import { stampText } from './form-stamp';
import { pdfOf } from './pdf-of';

/** A desk whose opinion, signature and seal the form has a place for. */
export interface FormDesk {
  kind: 'unit' | 'recommender' | 'registrar';
  name: string;
}

/** One submitted version with what the system adds to it: all that is printed. */
export interface PrintedForm {
  schema: FormSchema;
  form: RegistrationForm;
  evidence: readonly Evidence[];
  serial: string;
  version: number;
  digest: string;
  /** In words. */
  submitted: string;
  registrationNumber: string | null;
  approvedOn: string | null;
  /** In the order of the route. */
  desks: readonly FormDesk[];
  /** Said on the cover of what is no copy to hand in, which then has no code either. */
  note: string | null;
}

const template = join(__dirname, 'registration-form.typ');
const deskWords = { unit: '第一完成单位', recommender: '推荐单位意见', registrar: '登记机构意见' } as const;
const LEGAL = '本表所填内容应当真实、准确，不得虚报、瞒报、伪造、篡改；涉及国家秘密的科技成果不在登记范围内。';

/**
 * 《科技成果登记表》 of one submitted version (P27, S28, S29). The same version, route and number make the same bytes. It is to be signed and sealed on
 * paper, so it goes without tags; read aloud the same form is on the screen.
 */
export const registrationFormPdf = async (printed: PrintedForm): Promise<Buffer> =>
  pdfOf(template, await wordsOfForm(printed), { pdfTags: false });

/** What stands on paper of a draft, whose boxes may still be empty. */
export type DrawnUp = Pick<PrintedForm, 'schema' | 'evidence'> & { form: PartialForm };

const PREVIEW = '预览：尚未提交，不能用于报送';

/** What a draft would look like: said so across every page, and without serial, digest and code, so that it cannot be handed in (P27). */
export const formPreviewPdf = async ({ schema, form, evidence }: DrawnUp): Promise<Buffer> => {
  const unit = { kind: 'unit', name: form.units?.[0]?.name ?? '' } as const;
  const desks = [unit, ...(['recommender', 'registrar'] as const).map((kind) => ({ kind, name: '' }))];
  const words = await wordsOfForm({
    ...{ schema, evidence, desks, serial: '—', version: 0, digest: '', submitted: '尚未提交', note: PREVIEW },
    ...{ registrationNumber: null, approvedOn: null, form: { units: [], ...form } as unknown as RegistrationForm },
  });
  return pdfOf(template, { ...words, version: '草稿', digest: ['—', ''] }, { pdfTags: false, across: '预览' });
};

/** All that stands on the form, in words, as a template draws it. */
export async function wordsOfForm(printed: PrintedForm) {
  const { schema, form, serial, version, digest, note } = printed;
  const qr =
    note === null ? await qrCodeOf(stampText({ serial, version, digest }), { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }) : null;
  return {
    title: schema.title,
    category: /（(.*)）/.exec(schema.title)?.[1] ?? schema.title,
    ...{ serial, note, qr, schema: schema.id, submitted: printed.submitted, legal: LEGAL },
    version: `第${version}版`,
    digest: [digest.slice(0, 32), digest.slice(32)],
    cover: coverOf(printed),
    sections: sectionsOf(schema, form, {}),
    evidence: evidenceOf(printed.evidence),
    seals: printed.desks.map(({ kind, name }) => ({ label: deskWords[kind], by: name, signer: '负责人' })),
  };
}

/** The cover of the official form: what it is about, who recommends and who registers it. */
function coverOf({ schema, form, desks, registrationNumber, approvedOn }: PrintedForm): Pair[] {
  const filled = (key: keyof RegistrationForm): Pair => {
    const kind = fieldsOf(schema).find((field) => field.key === key)?.kind;
    return [labelOf(schema, key), kind === undefined ? '' : wordsOf(schema, kind, form[key])];
  };
  const named = (kind: FormDesk['kind']): string =>
    desks
      .filter((desk) => desk.kind === kind)
      .map(({ name }) => name)
      .join('、');
  return [
    filled('name'),
    ['第一完成单位（盖章）', form.units[0]?.name ?? ''],
    filled('studyFrom'),
    filled('studyTo'),
    ['推荐单位', named('recommender')],
    ['批准登记单位', named('registrar')],
    ['批准登记号', registrationNumber ?? ''],
    ['批准登记日期', approvedOn ?? ''],
  ];
}

const evidenceOf = (evidence: readonly Evidence[]): RowsBlock => ({
  label: '附件材料',
  head: ['序号', '种类', '编号', '日期', '文件名', '文件摘要（SHA-256）'],
  widths: [3, 9, 9, 6, 10, 10],
  rows: evidence.map(({ kind, number, issuedOn, fileName, sha256 }, index) => [
    String(index + 1),
    evidenceKinds[kind].label,
    number,
    issuedOn,
    fileName,
    sha256.slice(0, 16),
  ]),
});
