import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { PrintedSheet } from '@dengke/print';
import { stream } from 'exceljs';

/** The same sheet by ExcelJS's stream writer and nothing around it. */
export async function streamedSheetXlsx({ window, recommender, recommendedOn, rows, digest }: PrintedSheet): Promise<Buffer> {
  const file = new PassThrough();
  const content = buffer(file);
  const workbook = new stream.xlsx.WorkbookWriter({ stream: file });
  const page = workbook.addWorksheet('汇总表');
  page.columns = [8, 50, 36, 16, 20].map((width) => ({ width }));
  page.addRow([`科技成果登记项目汇总表（${window}）`]).commit();
  page.addRow([`推荐单位：${recommender}（公章）`, '', '', `推荐日期：${recommendedOn}`]).commit();
  page.addRow(['序号', '项目名称', '第一完成单位', '第一完成人', '联系方式']).commit();
  for (const { position, name, firstUnit, firstCompleter, contact } of rows) {
    page.addRow([position, name, firstUnit, firstCompleter, contact]).commit();
  }
  page.addRow([`摘要：${digest}`]).commit();
  await workbook.commit();
  return content;
}
