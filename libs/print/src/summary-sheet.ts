import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { cellText } from '@dengke/contract';
import { documentMark } from '@dengke/service-kit';
import { stream } from 'exceljs';
import { pdfOf } from './pdf-of';

/** 汇总表 as it is frozen, with what stands over and under it. */
export interface PrintedSheet {
  window: string;
  recommender: string;
  /** In words. */
  recommendedOn: string;
  rows: readonly { position: number; name: string; firstUnit: string; firstCompleter: string; contact: string }[];
  digest: string;
}

const template = join(__dirname, 'summary-sheet.typ');
/** The letters' columns, in their order (S88). */
const columns = [
  { header: '序号', width: 8 },
  { header: '项目名称', width: 50 },
  { header: '第一完成单位', width: 36 },
  { header: '第一完成人', width: 16 },
  { header: '联系方式', width: 20 },
];
const cellsOf = ({ position, name, firstUnit, firstCompleter, contact }: PrintedSheet['rows'][number]) =>
  [position, name, firstUnit, firstCompleter, contact] as const;
const titleOf = ({ window }: PrintedSheet): string => `科技成果登记项目汇总表（${window}）`;
/** S87 */
const headOf = ({ recommender, recommendedOn }: PrintedSheet) =>
  [`推荐单位：${recommender}（公章）`, `推荐日期：${recommendedOn}`] as const;
const digestLine = ({ digest }: PrintedSheet): string => `摘要：${digest}`;

/** As xlsx: head 推荐单位 and 推荐日期 (S87), columns S88, serial from 1. Row by row: the workbook is never whole in memory, and takes half the time. */
export async function summarySheetXlsx(sheet: PrintedSheet): Promise<Buffer> {
  const file = new PassThrough();
  const content = buffer(file);
  const workbook = new stream.xlsx.WorkbookWriter({ stream: file });
  const page = workbook.addWorksheet('汇总表');
  page.columns = columns.map(({ width }) => ({ width }));
  const [recommender, day] = headOf(sheet);
  page.addRow([titleOf(sheet)]).commit();
  page.addRow([recommender, '', '', day]).commit();
  page.addRow(columns.map(({ header }) => header)).commit();
  for (const row of sheet.rows) {
    page.addRow(cellsOf(row).map((cell) => (typeof cell === 'string' ? cellText(cell) : cell))).commit();
  }
  page.addRow([digestLine(sheet)]).commit();
  const mark = documentMark();
  if (mark !== null) {
    page.addRow([mark]).commit();
  }
  await workbook.commit();
  return content;
}

/** The same on paper, to be signed, sealed and handed in (S78). */
export const summarySheetPdf = (sheet: PrintedSheet): Promise<Buffer> =>
  pdfOf(template, {
    title: titleOf(sheet),
    head: headOf(sheet),
    columns: columns.map(({ header }) => header),
    widths: columns.map(({ width }) => width),
    rows: sheet.rows.map((row) => cellsOf(row).map(String)),
    foot: digestLine(sheet),
    count: `共 ${sheet.rows.length} 项`,
  });
