// Writes areas.json (31 provinces, Shanxi's 11 prefectures and 117 counties) from @vant/area-data (MIT). Run: node services/accounts/seed/generate-areas.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { areaList } = createRequire(import.meta.url)('@vant/area-data');
const outside = ['71', '81', '82'];
const statisticsOnly = /71$/; // development zones that exist in statistics codes only

const area = (code, name) => {
  const parts = [2, 4, 6].filter((length) => length <= code.length).map((length) => code.slice(0, length));
  return { code, name, parent: parts.at(-2) ?? null, path: `/${parts.join('/')}/` };
};
const shanxi = ([code]) => code.startsWith('14');

const areas = [
  ...Object.entries(areaList.province_list)
    .map(([code, name]) => area(code.slice(0, 2), name))
    .filter(({ code }) => !outside.includes(code)),
  ...Object.entries(areaList.city_list)
    .filter(shanxi)
    .map(([code, name]) => area(code.slice(0, 4), name)),
  ...Object.entries(areaList.county_list)
    .filter(shanxi)
    .filter(([code]) => !statisticsOnly.test(code))
    .map(([code, name]) => area(code, name)),
];
const head = { standard: 'GB/T 2260', edition: '@vant/area-data 2.1.0 (MIT)', effectiveFrom: '2023-08-01' };
const text =
  JSON.stringify(head, null, 2).slice(0, -2) +
  ',\n  "areas": [\n' +
  areas.map((row) => `    ${JSON.stringify(row)}`).join(',\n') +
  '\n  ]\n}\n';
writeFileSync(new URL('./areas.json', import.meta.url), text);
console.log(`areas.json: ${areas.length} areas`);
