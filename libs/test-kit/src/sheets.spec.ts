import { Workbook } from 'exceljs';
import { sheetsOf } from './sheets';

async function written(...sheets: { name: string; rows: unknown[][] }[]): Promise<Buffer> {
  const workbook = new Workbook();
  sheets.forEach(({ name, rows }) => workbook.addWorksheet(name).addRows(rows));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a workbook as a spreadsheet program opens it', () => {
  it('is each cell of each sheet, texts as texts and figures as figures', async () => {
    const rows = [
      ['=1+1', "'=1+1", '007', '2023-05-16', ' 两边 ', '一\n二', '<&>"\''],
      [],
      [7, 0.1, -1234567890123, true, '', null, '12345678901234567890'],
    ];
    const read = sheetsOf(await written({ name: '甲 & 乙', rows }, { name: '空', rows: [] }, { name: '丙', rows: [['0.50']] }));

    expect(read).toEqual([
      {
        name: '甲 & 乙',
        rows: [rows[0], Array.from({ length: 7 }, () => null), [7, 0.1, -1234567890123, true, null, null, '12345678901234567890']],
      },
      { name: '空', rows: [] },
      { name: '丙', rows: [['0.50']] },
    ]);
  });

  it('has a formula where one was written, whatever that would compute', async () => {
    const read = sheetsOf(
      await written({
        name: '甲',
        rows: [
          [
            { formula: '1+1', result: 2 },
            { formula: '"a"&"b"', result: 'ab' },
          ],
        ],
      }),
    );

    expect(read[0]?.rows).toEqual([[{ formula: '=1+1' }, { formula: '="a"&"b"' }]]);
  });

  it('is none where the program cannot open it', () => {
    expect(() => sheetsOf(Buffer.from('PK\u0003\u0004 no workbook'))).toThrow();
  });
});
