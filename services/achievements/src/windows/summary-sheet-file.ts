import { shanghaiDateOf } from '@dengke/calendar';
import { cellText } from '@dengke/service-kit';
import { Workbook } from 'exceljs';
import type { SummarySheet } from './summary-sheet.entity';

const TITLE = '科技成果登记项目汇总表';
/** The letters' columns, in their order (S88). */
const COLUMNS = [
  { header: '序号', width: 8 },
  { header: '项目名称', width: 50 },
  { header: '第一完成单位', width: 36 },
  { header: '第一完成人', width: 16 },
  { header: '联系方式', width: 20 },
];

/** 汇总表 as xlsx: head 推荐单位 and 推荐日期 (S87), columns S88, serial from 1. */
export async function sheetFile({ sheetRows, frozenAt, digest }: SummarySheet, recommender: string, windowName: string): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('汇总表');
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.addRow([`${TITLE}（${windowName}）`]);
  sheet.addRow([`推荐单位：${recommender}（公章）`, '', '', `推荐日期：${dateInWords(shanghaiDateOf(frozenAt))}`]);
  sheet.addRow(COLUMNS.map(({ header }) => header));
  for (const { position, name, firstUnit, firstCompleter, contact } of sheetRows) {
    sheet.addRow([position, cellText(name), cellText(firstUnit), cellText(firstCompleter), cellText(contact)]);
  }
  sheet.addRow([`摘要：${digest}`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
