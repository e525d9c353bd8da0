import { sheetsOf } from '@dengke/test-kit/sheets';
import { Workbook } from 'exceljs';
import { workbookOf } from './xlsx';
import type { Row } from './xlsx';

const bytesOf = async (rows: readonly Row[], name = '待办审查'): Promise<Buffer> => Buffer.concat(await workbookOf(name, rows));
async function sheetOf(rows: readonly Row[], name?: string) {
  const workbook = await new Workbook().xlsx.load(new Uint8Array(await bytesOf(rows, name)).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) {
    throw new Error('There is no sheet');
  }
  return sheet;
}

describe('a list as a workbook', () => {
  it('is opened by a spreadsheet program as it was: texts, figures and what is empty', async () => {
    const rows = [
      ['名称', '轮次', '期限'],
      ['低浓度“瓦斯” <A&B>\n第二行', 3, null],
      ['  两边有空格 ', 0, ''],
      ['007', -1.5, '2023-08-25'],
      ['1e3', 12_345_678_901, '0.50'],
    ];

    expect(sheetsOf(await bytesOf(rows))).toEqual([
      { name: '待办审查', rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) },
    ]);
  });

  it('has no formula in it, whatever a text begins with', async () => {
    const rows = [['名称'], ['=HYPERLINK("x")'], ['+1'], ['@SUM(A1)'], ['-1+2'], ['\t=1']];

    expect(sheetsOf(await bytesOf(rows))[0]?.rows).toEqual(rows);
  });

  it('leaves out what XML cannot say, and cuts what no cell holds', async () => {
    const [sheet] = sheetsOf(await bytesOf([['名称'], ['前\u0000\u000b后\ud800'], ['长'.repeat(40_000)]]));

    expect(sheet?.rows).toEqual([['名称'], ['前后'], ['长'.repeat(32_767)]]);
  });

  it('holds ten thousand lines, and more columns than there are letters', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => `栏 ${index + 1}`);
    const rows = Array.from({ length: 10_000 }, (_, line) =>
      columns.map((_, index) => (index === 0 ? line + 1 : `${line + 1}-${index + 1}`)),
    );

    const [sheet] = sheetsOf(await bytesOf([columns, ...rows]));

    expect(sheet?.rows).toHaveLength(10_001);
    expect(sheet?.rows.at(-1)).toEqual(rows.at(-1));
  });

  it('keeps its headings in sight, and names its sheet as a workbook may', async () => {
    const sheet = await sheetOf([['名称'], ['某项']], `异议/更正[${'很'.repeat(40)}]`);

    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect(sheet.getCell('A1').font?.bold).toBe(true);
    expect(sheet.name).toBe(`异议 更正 ${'很'.repeat(25)}`);
  });
});
