import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOfCell } from '@dengke/contract';
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
function linesOf(xlsx: Buffer): string[][] {
  const [sheet] = sheetsOf(xlsx);
  return (sheet?.rows ?? []).map((line) =>
    line.filter((cell) => cell !== null).map((cell) => textOfCell(typeof cell === 'string' ? cell : JSON.stringify(cell))),
  );
}

describe('the summary sheet on paper', () => {
  it('looks like its golden page [S87 S88]', async () => {
    const golden = readFileSync(join(__dirname, '../testing/golden/summary-sheet.png'));

    expect(pictureDifference(pictureOf(await summarySheetPdf(aSheet(12))), golden)).toBeLessThan(TOLERANCE);
  });

  it('says what the xlsx says, cell by cell in its order, each as another program reads it [P14 S87 S88]', async () => {
    const sheet = aSheet(60, { rows: [...aSheet(58).rows, row(59, '=SUM(A1) *粗* #panic("x")'), row(60, '@乙技术')] });
    const lines = linesOf(await summarySheetXlsx(sheet));
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

  it('is what was frozen when a spreadsheet program opens it, cell by cell: figures as figures, texts as texts, no formula [S87 S88]', async () => {
    const contacts = ['01234567', '2023-08-26', '1e3', '0.50', '+86 351', ' 0355 '];
    const named = ['=SUM(A1)', '@乙', '-1+2', '<甲> & "乙"', '第一行\n第二行', "'单引号"];
    const rows = named.map((name, index) => ({ ...row(index + 1, name), contact: contacts[index] ?? '' }));
    const sheet = aSheet(0, { rows, recommender: '=某局' });
    const nothing = [null, null, null, null];

    expect(sheetsOf(await summarySheetXlsx(sheet))).toEqual([
      {
        name: '汇总表',
        rows: [
          ['科技成果登记项目汇总表（2023年上半年）', ...nothing],
          ['推荐单位：=某局（公章）', null, null, '推荐日期：2023年8月26日', null],
          ['序号', '项目名称', '第一完成单位', '第一完成人', '联系方式'],
          ...["'=SUM(A1)", "'@乙", "'-1+2", '<甲> & "乙"', '第一行\n第二行', "'单引号"].map((name, index) => {
            const contact = contacts[index] === '+86 351' ? "'+86 351" : contacts[index];
            return [index + 1, name, `山西示例能源有限公司第${index + 1}分公司`, '甲某', contact];
          }),
          [`摘要：${sheet.digest}`, ...nothing],
        ],
      },
    ]);
  });

  it('has the same bytes for the same sheet, with fonts of its own', async () => {
    const first = await summarySheetPdf(aSheet(3));

    expect((await summarySheetPdf(aSheet(3))).equals(first)).toBe(true);
    expect((await summarySheetPdf(aSheet(3, { digest: '1'.repeat(64) }))).equals(first)).toBe(false);
    expect(fontsOf(first).every(({ embedded, subset }) => embedded && subset)).toBe(true);
  });
});
