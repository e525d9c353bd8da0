import { codeListOn, codeLists, entryOf } from './code-lists';
import type { CodeListEntry } from './code-list';

const list = (id: string): readonly CodeListEntry[] => codeListOn(id, '2023-08-01').entries;

describe('the code lists of the form', () => {
  it.each([
    ['discipline', 62],
    ['industry-section', 20],
    ['industry-division', 97],
    ['area', 31 + 11 + 117],
  ])('%s has %i entries', (id, count) => {
    expect(list(id)).toHaveLength(count);
  });

  it('number the industry divisions 01 to 97 under sections A to T', () => {
    expect(list('industry-section').map(({ code }) => code)).toEqual([...'ABCDEFGHIJKLMNOPQRST']);
    expect(list('industry-division').map(({ code }) => code)).toEqual(
      Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    const first = (section: string): string | undefined => list('industry-division').find(({ parent }) => parent === section)?.code;
    const starts = ['01', '06', '13', '44', '47', '51', '53', '61', '63', '66', '70', '71', '73', '76', '80', '83', '84', '86', '91', '97'];
    expect([...'ABCDEFGHIJKLMNOPQRST'].map(first)).toEqual(starts);
  });

  it('are the lists A to O of the form and the standards, each with edition and effective day', () => {
    expect([...new Set(codeLists.map(({ letter }) => letter).filter((letter) => letter !== null))].join(' ')).toBe(
      'A A2 B C D E F G H I J K L M N O',
    );
    expect(
      codeLists.filter(
        ({ edition, effectiveFrom, source, name }) => !edition || !source || !name || !/^\d{4}-\d{2}-\d{2}$/.test(effectiveFrom),
      ),
    ).toEqual([]);
    expect(new Set(codeLists.map(({ id }) => id)).size).toBe(codeLists.length);
  });

  it('repeat no code within a list, and no name under one parent', () => {
    const names = ({ name, parent = '' }: CodeListEntry) => `${parent} ${name}`;
    const isUnique = (entries: readonly CodeListEntry[], of: (entry: CodeListEntry) => string) =>
      new Set(entries.map(of)).size === entries.length;
    const repeating = codeLists.filter(({ entries }) => !isUnique(entries, ({ code }) => code) || !isUnique(entries, names));
    expect([repeating.map(({ id }) => id), codeLists.filter(({ entries }) => entries.length === 0)]).toEqual([[], []]);
  });

  it('put a county under its prefecture and that under its province', () => {
    const area = codeListOn('area', '2023-08-01');
    expect(entryOf(area, '140403')).toEqual({ code: '140403', name: '潞州区', parent: '1404' });
    expect(area.entries.filter(({ parent }) => parent !== undefined && entryOf(area, parent) === undefined)).toEqual([]);
  });

  it('are in no effect before their day', () => {
    expect(() => codeListOn('title', '2023-07-31')).toThrow('title');
    expect(codeListOn('discipline', '2023-07-31').edition).toBe('GB/T 13745-2009');
  });
});
