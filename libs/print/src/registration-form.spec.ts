import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from '@dengke/contract';
import { filledFields } from '@dengke/contract/forms';
import type { FieldKind } from '@dengke/contract/forms';
import { fontsOf, pagesOf, pictureDifference, pictureOf } from '@dengke/test-kit';
import { aPrintedForm } from '../testing/a-printed-form';
import { stampIn, stampText } from './form-stamp';
import { formPreviewPdf, registrationFormPdf } from './registration-form';

/** Anti-aliasing of another version of poppler moves this many pixels; a line that is missing or moved, more. */
const TOLERANCE = 0.002;
const golden = (name: string): string => join(__dirname, '../testing/golden', name);
/** Letters and digits in their order, whatever breaks lines and cells. */
const flat = (text: string): string => text.replace(/\s/g, '');
const categories: Category[] = ['applied', 'basic', 'soft'];

/** What the form says in words, days and amounts, straight from the version; codes and ids aside. */
const answersOf = (fields: readonly { key: string; kind: FieldKind }[], form: object): string[] =>
  fields.flatMap(({ key, kind }): string[] => {
    const value = (form as Record<string, unknown>)[key];
    if (value === undefined || ['code', 'codes', 'yes-no', 'id'].includes(kind.is)) {
      return [];
    }
    return kind.is === 'rows' ? (value as object[]).flatMap((row) => answersOf(kind.fields, row)) : [value].flat().map(String);
  });

/** What codes of the specs' forms are called. */
const everywhere = [
  '公开（非密）',
  '独立研究',
  '480能源科学技术',
  '44030矿山工程技术',
  '煤炭开采和洗选业',
  '自有资金',
  '机构评价',
  '正高',
  '硕士研究生',
];
const namedCodes: Record<Category, string[]> = {
  applied: [...everywhere, '应用技术', '新技术', '原始性创新', '成熟应用阶段', '国内领先', '新能源与节能', '产业化应用', '发明专利'],
  basic: [...everywhere, '基础理论', '论文', '本单位学术部门评价意见'],
  soft: [...everywhere, '软科学', '研究报告'],
};

describe('the printed registration form', () => {
  it.each(categories)('looks like its golden pages: %s [P27 S28 S29]', async (category) => {
    const pdf = await registrationFormPdf(aPrintedForm(category));
    const pages = pagesOf(pdf).map((_, index) => pictureOf(pdf, index + 1));

    const differences = pages.map((page, index) => pictureDifference(page, readFileSync(golden(`${category}-${index + 1}.png`))));
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });

  it.each(categories)(
    'holds every box of its schema with what the version says, as another program reads it: %s [P27]',
    async (category) => {
      const printed = aPrintedForm(category);
      const read = flat(pagesOf(await registrationFormPdf(printed)).join(''));

      for (const field of filledFields(printed.schema)) {
        expect(read).toContain(field.label);
      }
      const said = answersOf(filledFields(printed.schema), printed.form).map(flat);
      expect(said.length).toBeGreaterThan(30);
      expect(said.filter((answer) => !read.includes(answer))).toEqual([]);
      expect(namedCodes[category].filter((name) => !read.includes(name))).toEqual([]);
      expect(read).toContain('350.5万元（3505000元）');
      expect(read).not.toContain('person-one');
    },
  );

  it('says on each page whose it is, which version, and how many pages there are', async () => {
    const pages = pagesOf(await registrationFormPdf(aPrintedForm()));

    pages.forEach((page, index) => {
      expect(flat(page)).toContain(`申报号：2023-000001第2版摘要：${'0123456789abcdef'.repeat(2)}`);
      expect(flat(page)).toContain(`第${index + 1}页共${pages.length}页`);
    });
    expect(flat(pages[0] ?? '')).toContain(flat('内容摘要（SM3）： 0123456789abcdef0123456789abcdef'));
  });

  it('has the same bytes for the same version; another version, number or desk makes others; all with subset fonts', async () => {
    const first = await registrationFormPdf(aPrintedForm());
    const others = await Promise.all([
      registrationFormPdf(aPrintedForm('applied', { version: 3 })),
      registrationFormPdf(aPrintedForm('applied', { registrationNumber: '9992023Y0001', approvedOn: '2023年9月1日' })),
      registrationFormPdf(aPrintedForm('applied', { desks: [] })),
    ]);

    expect((await registrationFormPdf(aPrintedForm())).equals(first)).toBe(true);
    expect(others.map((other) => other.equals(first))).toEqual([false, false, false]);
    expect(flat(pagesOf(others[1] ?? first)[0] ?? '')).toContain('批准登记号9992023Y0001批准登记日期2023年9月1日');
    expect(fontsOf(first).every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true);
  });

  it('takes the longest answers over further pages, none of it lost, and what looks like markup as text', async () => {
    const { form } = aPrintedForm();
    const summary = '针对问题，提出工艺。'.repeat(199) + '#panic("x")*粗*末';
    const completers = Array.from({ length: 50 }, (_, at) => ({
      ...form.completers[0]!,
      name: `完成人${at + 1}`,
      contribution: '试'.repeat(300),
    }));
    const read = flat(pagesOf(await registrationFormPdf(aPrintedForm('applied', { form: { ...form, summary, completers } }))).join(''));

    expect(read).toContain('完成人50');
    expect(read).toContain('#panic("x")*粗*末');
  });

  it('bears no code when it is no copy to hand in, and says why', async () => {
    const note = '联系方式已隐去，仅供查阅';
    const pdf = await registrationFormPdf(aPrintedForm('applied', { note }));

    expect(pagesOf(pdf)[0]).toContain(note);
    expect(pictureDifference(pictureOf(pdf), readFileSync(golden('applied-1.png')))).toBeGreaterThan(TOLERANCE);
  });
});

describe('the code on a printed form', () => {
  const stamp = { serial: '2023-000001', version: 12, digest: '0123456789abcdef'.repeat(4) };

  it('is read as it was printed, also by a scanner that puts a line’s end behind it or types small letters', () => {
    expect(stampIn(stampText(stamp))).toEqual(stamp);
    expect(stampIn(`${stampText(stamp).toLowerCase()}\r\n`)).toEqual(stamp);
  });

  it.each(['', 'https://example.org', stampText(stamp).slice(0, -1), stampText(stamp).replace(':12:', ':0:'), `x${stampText(stamp)}`])(
    'is none: %s',
    (text) => expect(stampIn(text)).toBeNull(),
  );

  it('is previewed of a draft with a mark on every page, without code, serial and digest, its empty boxes open [P27]', async () => {
    const { schema, form, evidence } = aPrintedForm();
    const whole = pagesOf(await formPreviewPdf({ schema, form, evidence })).map(flat);
    const begun = pagesOf(await formPreviewPdf({ schema, form: { name: form.name, secrecy: 'public' }, evidence: [] })).map(flat);

    expect([...whole, ...begun].filter((page) => !page.includes('预览'))).toEqual([]);
    expect(whole[0]).toContain('预览：尚未提交，不能用于报送');
    expect(whole.join('')).toContain(flat(form.summary));
    expect(whole.join('')).not.toMatch(/2023-000001|0123456789abcdef0123456789abcdef/);
    expect(begun.join('')).toContain(flat(form.name));
  });

  it('looks like its golden pages as a preview, which are not those of what was submitted [P27]', async () => {
    const { schema, form, evidence } = aPrintedForm();
    const pdf = await formPreviewPdf({ schema, form, evidence });
    const away = (page: number, of: string): number => pictureDifference(pictureOf(pdf, page), readFileSync(golden(`${of}-${page}.png`)));

    expect([away(1, 'preview'), away(2, 'preview')].filter((difference) => difference >= TOLERANCE)).toEqual([]);
    expect(away(1, 'applied')).toBeGreaterThan(TOLERANCE);
  });
});
