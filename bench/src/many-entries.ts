import { unitKinds } from '@dengke/contract';
import type { Pool } from 'mysql2/promise';
import { chance, partsOf, pick, titleOf, unitNameOf } from './many-titles';

const PER_STATEMENT = 2_000;
const LANES = 2;
const firstYear = 2010;
const years = 16;
const perYear = 9_999;
const columns = [
  ...['number', 'name', 'category', 'units', 'completers', 'summary', 'registrationYear', 'approvedOn', 'areaCode', 'unitKind'],
  ...['industrySection', 'discipline', 'windowId', 'cancelledOn', 'importedOn', 'withheld'],
];

const kinds = [
  ['Y', 'applied'],
  ['J', 'basic'],
  ['R', 'soft'],
] as const;
const sections = [...'ABCDEFGHIJKLMNOPQRST'];
const cities = ['太原市', '大同市', '阳泉市', '长治市', '晋城市', '朔州市', '晋中市', '运城市', '忻州市', '临汾市', '吕梁市'];
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉'];

/** A million entries of a public register: made up, always the same, over sixteen years and the counties of a province. */
export async function fillRegister(pool: Pool, count: number): Promise<void> {
  const sets = Array.from({ length: Math.ceil(count / PER_STATEMENT) }, (_, set) => set * PER_STATEMENT);
  const lane = async (): Promise<void> => {
    for (let from = sets.shift(); from !== undefined; from = sets.shift()) {
      const first = from;
      const rows = Array.from({ length: Math.min(PER_STATEMENT, count - first) }, (_, nth) => entryOf(first + nth));
      await pool.query(`INSERT INTO register_entry (${columns.join(', ')}) VALUES ?`, [rows]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await pool.query('ANALYZE TABLE register_entry');
}

function entryOf(nth: number): unknown[] {
  const random = chance(nth * 40_503 + 7);
  const year = firstYear + (Math.floor(nth / perYear) % years);
  const [letter, category] = pick(kinds, random);
  const number = `${100 + Math.floor(nth / (perYear * years))}${year}${letter}${String((nth % perYear) + 1).padStart(4, '0')}`;
  const day = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const units = [`${pick(cities, random)}${unitNameOf(nth)}有限公司`, ...(random() < 0.4 ? [`${unitNameOf(nth + 1)}研究院`] : [])];
  const completers = Array.from(
    { length: 1 + Math.floor(random() * 6) },
    () => `${pick(surnames, random)}${pick(given, random)}${pick(given, random)}`,
  );
  const title = titleOf(partsOf(nth));
  const area = `14${two(1 + Math.floor(random() * 11))}${two(Math.floor(random() * 12))}`;
  const discipline = String(110 + 10 * Math.floor(random() * 60));
  return [
    ...[number, title, category, JSON.stringify(units), JSON.stringify(completers), `${title}：主要内容、创新点与推广应用情况。`.repeat(3)],
    ...[year, day, area, pick(unitKinds, random), pick(sections, random), discipline, null, null, null, 0],
  ];
}

const two = (number: number): string => String(number).padStart(2, '0');
