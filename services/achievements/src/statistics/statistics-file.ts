import { cellText, stageRules } from '@dengke/contract';
import { xlsxOf } from '@dengke/service-kit';
import { Workbook } from 'exceljs';
import type { PassageDto, StatisticsDto, StatisticsQuery } from './statistics.dto';

const units = { achievements: '项', completers: '人次' } as const;

/** 统计表 as xlsx: the cuts, the organisations below, and what each figure means. */
export async function statisticsFile(statistics: StatisticsDto, passage: PassageDto, query: StatisticsQuery): Promise<Buffer> {
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
  addPassage(workbook, passage);
  const definitions = workbook.addWorksheet('指标说明');
  definitions.columns = [{ width: 24 }, { width: 100 }];
  definitions.addRows([...scopeOf(query, countedOn), ...cuts.map(({ label, definition }) => [label, definition])]);
  return xlsxOf(workbook);
}

/** 办理进度: stages and months. */
function addPassage(workbook: Workbook, { stages, months }: PassageDto): void {
  const sheet = workbook.addWorksheet('办理进度');
  sheet.columns = [{ width: 24 }, ...Array.from({ length: 9 }, () => ({ width: 12 }))];
  sheet.addRow(['环节', '到达（项）', '通过（项）', '曾退回（项）', '待办（项）', '最短（天）', '下四分位', '中位数', '上四分位', '最长']);
  stages.forEach(({ kind, reached, passed, returned, waiting, spread }) => {
    const { least, lower, median, upper, most } = spread ?? {};
    sheet.addRow([stageRules[kind].label, reached, passed, returned, waiting, least, lower, median, upper, most].map((cell) => cell ?? ''));
  });
  const trend = workbook.addWorksheet('按月');
  trend.columns = [{ width: 12 }, { width: 16 }, { width: 12 }];
  trend.addRow(['月份', '首次提交（项）', '登记（项）']);
  months.forEach(({ month, submitted, registered }) => trend.addRow([month, submitted, registered]));
}

const scopeOf = ({ window, registrationYear, organisation }: StatisticsQuery, countedOn: string): string[][] => [
  ['统计日期', countedOn],
  ['集中受理批次', window === undefined ? '全部，含常态化受理' : cellText(window)],
  ['登记年度', registrationYear === undefined ? '全部' : String(registrationYear)],
  ['单位范围', organisation === undefined ? '本单位在登记路径上所涉及的全部成果' : cellText(organisation)],
  ['统计对象', '已取得登记号、未注销的成果，以批准时锁定的登记表为准；涉密核查期间的不计；导入的历史登记没有登记表，不计。'],
  ['人次', '同一人在几项成果中各计一次；只计数量，不含任何个人的年龄、姓名。'],
  ['办理进度', '一项成果在一个环节只计一次；天数为从到达到作出决定的整日数（自然日），每一轮各计一次。涉密核查或认定涉密的不计。'],
  ['分单位', '一项成果在其登记路径经过的每个单位各计一次，因此各行不能相加。'],
];
