import { ValueType, Workbook } from 'exceljs';
import readSheets from 'read-excel-file/node';
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
  it('is read by others as it was: texts, figures and what is empty', async () => {
    const rows = [
      ['名称', '轮次', '期限'],
      ['低浓度“瓦斯” <A&B>\n第二行', 3, null],
      ['  两边有空格 ', 0, ''],
    ];

    const [read] = await readSheets(await bytesOf(rows));

    expect(read?.sheet).toBe('待办审查');
    expect(read?.data.slice(0, 2)).toEqual([rows[0], ['低浓度“瓦斯” <A&B>\n第二行', 3, null]]);
    const sheet = await sheetOf(rows);
    expect(sheet.getCell('A3').text).toBe('  两边有空格 ');
    expect(sheet.getCell('B3').value).toBe(0);
    expect(sheet.getCell('C3').value).toBeNull();
  });

  it('has no formula in it, whatever a text begins with', async () => {
    const sheet = await sheetOf([['名称'], ['=HYPERLINK("x")'], ['+1'], ['@SUM(A1)']]);

    expect([2, 3, 4].map((row) => sheet.getCell(row, 1).type)).toEqual([ValueType.String, ValueType.String, ValueType.String]);
  });

  it('leaves out what XML cannot say, and cuts what no cell holds', async () => {
    const sheet = await sheetOf([['名称'], ['前\u0000\u000b后\ud800'], ['长'.repeat(40_000)]]);

    expect(sheet.getCell('A2').text).toBe('前后');
    expect(sheet.getCell('A3').text).toHaveLength(32_767);
  });

  it('holds ten thousand lines, and more columns than there are letters', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => `栏 ${index + 1}`);
    const rows = Array.from({ length: 10_000 }, (_, line) =>
      columns.map((_, index) => (index === 0 ? line + 1 : `${line + 1}-${index + 1}`)),
    );

    const sheet = await sheetOf([columns, ...rows]);

    expect(sheet.rowCount).toBe(10_001);
    expect(sheet.getCell('A10001').value).toBe(10_000);
    expect(sheet.getCell('AD10001').value).toBe('10000-30');
  });

  it('keeps its headings in sight, and names its sheet as a workbook may', async () => {
    const sheet = await sheetOf([['名称'], ['某项']], `异议/更正[${'很'.repeat(40)}]`);

    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect(sheet.getCell('A1').font?.bold).toBe(true);
    expect(sheet.name).toBe(`异议 更正 ${'很'.repeat(25)}`);
  });
});
