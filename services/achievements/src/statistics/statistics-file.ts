import { stageRules } from '@dengke/contract';
import { cellText, xlsxOf } from '@dengke/service-kit';
import { Workbook } from 'exceljs';
import type { StatisticsDto, StatisticsQuery } from './statistics.dto';

const units = { achievements: '项', completers: '人次' } as const;

/** 统计表 as xlsx: the cuts, the organisations below, and what each figure means. */
export async function statisticsFile(statistics: StatisticsDto, query: StatisticsQuery): Promise<Buffer> {
  const workbook = new Workbook();
  const { countedOn, achievements, completers, cuts, organisations } = statistics;
  const sheet = workbook.addWorksheet('统计表');
  sheet.columns = [{ width: 24 }, { width: 12 }, { width: 44 }, { width: 12 }, { width: 10 }];
  sheet.addRow(['科技成果登记统计表', '', `已登记成果 ${achievements} 项，完成人 ${completers} 人次`]);
  sheet.addRow(['指标', '代码', '名称', '数量', '计量单位']);
  for (const { label, counts, values } of cuts) {
    values.forEach(({ code, name, count }) =>
      sheet.addRow([label, code === null ? '' : cellText(code), cellText(name), count, units[counts]]),
    );
  }
  const places = workbook.addWorksheet('分单位');
  places.columns = [{ width: 16 }, { width: 44 }, { width: 12 }];
  places.addRow(['环节', '单位', '成果数（项）']);
  organisations.forEach(({ kind, name, achievements: count }) => places.addRow([stageRules[kind].label, cellText(name), count]));
  const definitions = workbook.addWorksheet('指标说明');
  definitions.columns = [{ width: 24 }, { width: 100 }];
  definitions.addRows([...scopeOf(query, countedOn), ...cuts.map(({ label, definition }) => [label, definition])]);
  return xlsxOf(workbook);
}

const scopeOf = ({ window, registrationYear, organisation }: StatisticsQuery, countedOn: string): string[][] => [
  ['统计日期', countedOn],
  ['集中受理批次', window === undefined ? '全部，含常态化受理' : cellText(window)],
  ['登记年度', registrationYear === undefined ? '全部' : String(registrationYear)],
  ['单位范围', organisation === undefined ? '本单位在登记路径上所涉及的全部成果' : cellText(organisation)],
  ['统计对象', '已取得登记号、未注销的成果，以批准时锁定的登记表为准；涉密核查期间的不计；导入的历史登记没有登记表，不计。'],
  ['人次', '同一人在几项成果中各计一次；只计数量，不含任何个人的年龄、姓名。'],
  ['分单位', '一项成果在其登记路径经过的每个单位各计一次，因此各行不能相加。'],
];
