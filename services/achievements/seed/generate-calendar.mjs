// Writes calendar.json from the JSON of chinese-days (MIT, see NOTICE.md). Run once per new edition: node services/achievements/seed/generate-calendar.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'));

// A New Year's holiday that begins in December stands in the next year's notice (P41).
const noticeYear = (date, name) => Number(date.slice(0, 4)) + (name === '元旦' && date.slice(5, 7) === '12' ? 1 : 0);

function sourceNotice(date, name) {
  if (date >= '2020-01-31' && date <= '2020-02-02') return '国务院办公厅关于延长2020年春节假期的通知';
  if (date.startsWith('2019') && name === '劳动节') return '国务院办公厅关于调整2019年劳动节假期安排的通知';
  if (date.startsWith('2015-09') && name.includes('抗日战争'))
    return '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知';
  return `国务院办公厅关于${noticeYear(date, name)}年部分节假日安排的通知`;
}

const rows = (entries, kind) =>
  Object.entries(entries).map(([date, text]) => {
    const name = text.split(',')[1];
    return { date, kind, name, sourceNotice: sourceNotice(date, name) };
  });

const days = [...rows(source.holidays, 'off'), ...rows(source.workdays, 'makeup')].sort((a, b) => (a.date < b.date ? -1 : 1));
const head = {
  version: 1,
  coveredFrom: '2004-01-01',
  coveredTo: '2026-12-31',
  origin: 'chinese-days 1.5.7 (MIT), cross-checked; see NOTICE.md',
};
const text =
  JSON.stringify(head, null, 2).slice(0, -2) +
  ',\n  "days": [\n' +
  days.map((day) => `    ${JSON.stringify(day)}`).join(',\n') +
  '\n  ]\n}\n';
writeFileSync(new URL('./calendar.json', import.meta.url), text);
console.log(`calendar.json: ${days.length} days`);
