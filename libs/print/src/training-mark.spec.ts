import { trainingMark } from '@dengke/contract';
import { markAsTraining } from '@dengke/service-kit';
import { pagesOf, sheetsOf } from '@dengke/test-kit';
import { aPrintedForm } from '../testing/a-printed-form';
import { registrationFormPdf } from './registration-form';
import { summarySheetPdf, summarySheetXlsx } from './summary-sheet';

const row = { name: '煤层气利用技术', firstUnit: '山西示例能源有限公司', firstCompleter: '甲某', contact: '0355-1000001' };
const sheet = {
  ...{ window: '2023年上半年', recommender: '长治市能源局', recommendedOn: '2023年8月26日', digest: '0123456789abcdef'.repeat(4) },
  rows: Array.from({ length: 60 }, (_, index) => ({ position: index + 1, ...row })),
};
const textOf = (pages: string[]): string[] => pages.map((page) => page.replace(/\s/g, ''));
const said = trainingMark.replace(/\s/g, '');

const cellsOf = (xlsx: Buffer): unknown[] => sheetsOf(xlsx).flatMap(({ rows }) => rows.flat());

describe('what is printed in a house where people only practise', () => {
  afterEach(() => markAsTraining(false));

  it('says so on every page, of forms and of sheets', async () => {
    markAsTraining(true);
    for (const pdf of [await registrationFormPdf(aPrintedForm('applied')), await summarySheetPdf(sheet)]) {
      const pages = textOf(pagesOf(pdf));
      expect(pages.length).toBeGreaterThan(1);
      pages.forEach((page) => expect(page).toContain(said));
    }
    expect(cellsOf(await summarySheetXlsx(sheet))).toContain(trainingMark);
  });

  it('says nothing of the kind in earnest, and is then what it was before, byte by byte', async () => {
    const before = await summarySheetPdf(sheet);
    markAsTraining(true);
    const marked = await summarySheetPdf(sheet);
    markAsTraining(false);

    expect(marked.equals(before)).toBe(false);
    expect((await summarySheetPdf(sheet)).equals(before)).toBe(true);
    expect(textOf(pagesOf(before)).join('')).not.toContain(said);
    expect(cellsOf(await summarySheetXlsx(sheet))).not.toContain(trainingMark);
  });
});
