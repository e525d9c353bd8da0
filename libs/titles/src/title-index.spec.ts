import fc from 'fast-check';
import { foldedTitle } from './folded-title';
import { gramsOf } from './grams';
import { likenessOf } from './likeness';
import { TitleIndex } from './title-index';
import type { Title } from './title-index';

const weight = (grams: ReadonlyMap<string, number>) => [...grams.values()].reduce((sum, one) => sum + one, 0);

/** Each title compared with each. */
function compared(titles: readonly Title[], { name, unit }: Omit<Title, 'key'>, limit: number, least: number) {
  const sought = gramsOf(foldedTitle(name));
  return titles
    .map((title) => {
      const own = gramsOf(foldedTitle(title.name));
      const shared = new Map([...sought].filter(([gram]) => own.has(gram)));
      return { key: title.key, likeness: likenessOf(weight(shared), weight(sought), weight(own), title.unit === unit) };
    })
    .filter(({ likeness }) => likeness >= least / 100)
    .sort((a, b) => b.likeness - a.likeness || a.key - b.key)
    .slice(0, limit);
}

const aName = fc
  .array(fc.constantFrom(...'煤层气瓦斯抽采发电技术研究与应用装置的'), { minLength: 0, maxLength: 14 })
  .map((characters) => characters.join(''));
const aTitle = fc.record({ name: aName, unit: fc.constantFrom('unit-a', 'unit-b', 'unit-c') });

describe('the index of titles', () => {
  it('finds exactly what comparing with each title finds, also after titles were replaced and taken out [P19]', () => {
    fc.assert(
      fc.property(
        fc.array(aTitle, { maxLength: 120 }),
        fc.array(fc.record({ at: fc.nat(119), by: fc.option(aTitle) }), { maxLength: 20 }),
        aTitle,
        (first, changes, sought) => {
          const index = new TitleIndex();
          const titles = new Map(first.map((title, at) => [at + 1, { key: at + 1, ...title }]));
          titles.forEach((title) => index.put(title));
          for (const { at, by } of changes) {
            const key = at + 1;
            if (by === null) {
              titles.delete(key);
              index.remove(key);
            } else {
              titles.set(key, { key, ...by });
              index.put({ key, ...by });
            }
          }
          index.put({ key: 1_000, name: '煤层气', unit: 'unit-a' });
          index.put({ key: 1_000, name: '煤層氣', unit: 'unit-a' });
          titles.set(1_000, { key: 1_000, name: '煤层气', unit: 'unit-a' });
          expect(index.size).toBe(titles.size);
          expect(index.like(sought, 5, 30)).toEqual(compared([...titles.values()], sought, 5, 30));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the same where most titles share their grams, and these are asked by bits', () => {
    const [subjects, methods, things] = ['煤层气 瓦斯 矿井水', '抽采 发电 提纯 封孔', '装置 系统 工艺'].map((words) => words.split(' '));
    const pick = (from: readonly string[] | undefined, at: number): string => from?.[at % from.length] ?? '';
    const titles = Array.from({ length: 9_000 }, (_, at): Title => {
      const name = `${pick(subjects, at)}${pick(methods, at >> 2)}${pick(things, at >> 5)}${at % 701}号关键技术研究与应用`;
      return { key: at + 1, name, unit: `unit-${at % 11}` };
    });
    const index = new TitleIndex();
    titles.forEach((title) => index.put(title));

    for (const name of ['煤层气抽采装置17号技术研究', '矿井水提纯系统700号应用', '瓦斯发电35号关键技术']) {
      const sought = { name, unit: 'unit-3' };
      expect(index.like(sought, 5, 30)).toEqual(compared(titles, sought, 5, 30));
    }
  });

  it('keeps lists that grow past their blocks and pages', () => {
    const index = new TitleIndex();
    for (let key = 1; key <= 30_000; key += 1) {
      index.put({ key, name: `煤矿瓦斯第${key}项`, unit: `unit-${key % 7}` });
    }
    expect(index.like({ name: '煤矿瓦斯第29864项', unit: 'unit-x' }, 1)).toEqual([{ key: 29_864, likeness: 1 }]);
    expect(index.like({ name: '煤矿瓦斯第17项', unit: 'unit-3' }, 1)).toEqual([{ key: 17, likeness: 1 }]);
  });
});
