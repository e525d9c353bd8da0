import { summarySheetXlsx } from '@dengke/print';
import { Workbook } from 'exceljs';
import { streamedSheetXlsx } from './streamed-sheet';
import { aSheet, measureSummarySheet, missedBySummarySheet } from './summary-sheet';

async function cellsOf(xlsx: Buffer): Promise<unknown> {
  const workbook = new Workbook();
  await workbook.xlsx.load(xlsx as never);
  return workbook.getWorksheet('汇总表')?.getSheetValues();
}

describe('writing a summary sheet', () => {
  it('writes the same cells both ways', async () => {
    const sheet = aSheet(40);

    expect(await cellsOf(await streamedSheetXlsx(sheet))).toEqual(await cellsOf(await summarySheetXlsx(sheet)));
  });

  it('compares the two and names the goal that is missed', async () => {
    const result = await measureSummarySheet({ repetitions: 2, rows: 50 }, () => undefined);

    expect(result).toMatchObject({
      rows: 50,
      seconds: { median: expect.any(Number) as number },
      ratioToExcelJs: expect.any(Number) as number,
    });
    expect(missedBySummarySheet({ ...result, ratioToExcelJs: 0.2 })).toEqual([]);
    expect(missedBySummarySheet({ ...result, ratioToExcelJs: 0.21 })).toHaveLength(1);
  });
});
