import { normalisedName } from '@dengke/contract';

/** Forms of company, which people leave out, and the places before a name. */
const form = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$/u;
const place = /^(中国|山西省?|[\u4e00-\u9fff]{2,3}?(市|县|区))+/u;
/** Shorter names differ by one character and mean something else. */
const shortest = 4;

/** What is left of a unit's name when places and forms of company are taken away. */
export function bareUnitName(name: string): string {
  const whole = normalisedName(name);
  const bare = whole.replace(form, '').replace(place, '');
  return bare === '' ? whole : bare;
}

/** The same, or the same but for one character changed, added or left out. */
export function areNearlyTheSame(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return short === long || (short.length >= shortest && long.length - short.length <= 1 && differsByOne(short, long));
}

function differsByOne(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) {
    at += 1;
  }
  return short.slice(long.length > short.length ? at : at + 1) === long.slice(at + 1);
}
