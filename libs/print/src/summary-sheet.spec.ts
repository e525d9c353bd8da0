import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontsOf, pagesOf, pictureDifference, pictureOf, sheetsOf } from '@dengke/test-kit';
import { summarySheetPdf, summarySheetXlsx } from './summary-sheet';
import type { PrintedSheet } from './summary-sheet';

const TOLERANCE = 0.002;
const flat = (text: string): string => text.replace(/\s/g, '');
const row = (position: number, name = `低浓度煤层气梯级利用技术之${position}`) => ({
  ...{
    position,
    name,
    firstUnit: `山西示例能源有限公司第${position}分公司`,
    firstCompleter: '甲某',
    contact: `0355-${1_000_000 + position}`,
  },
});
const aSheet = (count: number, parts: Partial<PrintedSheet> = {}): PrintedSheet => ({
  ...{ window: '2023年上半年', recommender: '长治市能源局', recommendedOn: '2023年8月26日', digest: '0123456789abcdef'.repeat(4) },
  rows: Array.from({ length: count }, (_, index) => row(index + 1)),
  ...parts,
});

/** Its lines as a spreadsheet program has them, without the sign that keeps text from being a formula. */
async function linesOf(xlsx: Buffer): Promise<string[][]> {
  const [sheet] = await sheetsOf(xlsx);
  return (sheet?.rows ?? []).map((line) =>
    line.filter((cell) => cell !== null && cell !== '').map((cell) => String(cell).replace(/^'(?=[=+\-@])/, '')),
  );
}

describe('the summary sheet on paper', () => {
  it('looks like its golden page [S87 S88]', async () => {
    const golden = readFileSync(join(__dirname, '../testing/golden/summary-sheet.png'));

    expect(pictureDifference(pictureOf(await summarySheetPdf(aSheet(12))), golden)).toBeLessThan(TOLERANCE);
  });

  it('says what the xlsx says, cell by cell in its order, each as another program reads it [P14 S87 S88]', async () => {
    const sheet = aSheet(60, { rows: [...aSheet(58).rows, row(59, '=SUM(A1) *粗* #panic("x")'), row(60, '@乙技术')] });
    const lines = await linesOf(await summarySheetXlsx(sheet));
    const pages = pagesOf(await summarySheetPdf(sheet));

    const [title = [], head = [], columns = [], ...rest] = lines;
    const [foot = []] = rest.splice(-1);
    expect(columns).toEqual(['序号', '项目名称', '第一完成单位', '第一完成人', '联系方式']);
    expect(rest).toHaveLength(60);
    pages.forEach((page, index) => {
      expect(flat(page)).toContain(flat(columns.join('')));
      expect(flat(page)).toContain(flat(`${foot[0]}第${index + 1}页共${pages.length}页`));
    });
    const repeated = [columns.join(''), ...pages.map((_, index) => `${foot[0]}第${index + 1}页共${pages.length}页`)].map(flat);
    const body = repeated.reduce((text, part) => text.replaceAll(part, ''), flat(pages.join('')));
    expect(body).toBe(flat([title, head, ...rest].flat().join('') + '共60项'));
    expect(pages.length).toBeGreaterThan(1);
  });

  it('has the same bytes for the same sheet, with fonts of its own', async () => {
    const first = await summarySheetPdf(aSheet(3));

    expect((await summarySheetPdf(aSheet(3))).equals(first)).toBe(true);
    expect((await summarySheetPdf(aSheet(3, { digest: '1'.repeat(64) }))).equals(first)).toBe(false);
    expect(fontsOf(first).every(({ embedded, subset }) => embedded && subset)).toBe(true);
  });
});
