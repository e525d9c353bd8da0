import { spentBelow, spentByChildren, statOf } from './spent-cpu';

const line = (pid: number, name: string, parent: number, times: string): string =>
  `${pid} (${name}) S ${parent} 0 0 0 -1 0 0 0 0 0 ${times} 20 0 1`;

describe('what processes spent', () => {
  it('reads the parent and the times behind a name that holds brackets and blanks', () => {
    expect(statOf(line(7, 'a (b) S 9', 3, '100 20 3 4'))).toEqual({ pid: 7, parent: 3, spent: 1_270 });
  });

  it('adds up all that descends from one, without itself and without strangers', () => {
    const stats = [
      line(1, 'one', 0, '900 0 0 0'),
      line(2, 'two', 1, '1 0 0 0'),
      line(3, 'three', 2, '2 0 0 0'),
      line(4, 'other', 9, '8 0 0 0'),
    ];

    expect(spentBelow(1, stats.map(statOf))).toBe(30);
  });

  it('finds no more than the children of this process', async () => {
    expect(await spentByChildren()).toBeGreaterThanOrEqual(0);
  });
});
