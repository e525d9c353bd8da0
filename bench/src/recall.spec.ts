import { leastScore, TitleIndex } from '@dengke/titles';
import { editedTitles, editKinds } from './edited-titles';
import { Exhaustive } from './exhaustive';
import { partsOf, titleOf, unitOf } from './many-titles';

const titles = 20_000;

describe('looking for near names', () => {
  const index = new TitleIndex();
  const oracle = new Exhaustive();
  beforeAll(() => {
    for (let key = 1; key <= titles; key += 1) {
      const title = { key, name: titleOf(partsOf(key)), unit: unitOf(key) };
      index.put(title);
      oracle.put(title);
    }
  });

  it('misses at most one in two hundred of the five nearest that the exhaustive oracle finds [P19]', () => {
    const expected = editedTitles(titles, 40).map((edited) => ({ edited, keys: oracle.like(edited, 5, leastScore).map(({ key }) => key) }));
    const found = expected.map(({ edited, keys }) => {
      const ours = new Set(index.like(edited).map(({ key }) => key));
      return keys.filter((key) => ours.has(key)).length;
    });
    const all = expected.reduce((sum, { keys }) => sum + keys.length, 0);

    expect(all).toBeGreaterThan(300);
    expect(found.reduce((sum, one) => sum + one, 0) / all).toBeGreaterThanOrEqual(0.995);
  });

  it.each(editKinds)('finds the name that was %s among the five nearest, 19 times in 20 at least [P19]', (kind) => {
    const edited = editedTitles(titles, 40).filter((one) => one.kind === kind);
    const found = edited.filter((one) => index.like(one).some(({ key }) => key === one.of));

    expect(found.length / edited.length).toBeGreaterThanOrEqual(0.95);
  });
});
