import { KeptCounts } from './kept-counts';
import type { FacetCountDto } from './register.dto';

const counted = (count: number): FacetCountDto[] => [{ facet: 'category', value: 'applied', count, atLeast: false }];

describe('what took long to count', () => {
  let now = 0;
  let count = 0;
  let takes = 0;
  let kept: KeptCounts;
  const ask = (asked = 'all'): Promise<FacetCountDto[]> =>
    kept.of(asked, async () => {
      count += 1;
      const answer = counted(count);
      await Promise.resolve();
      now += takes;
      return answer;
    });

  beforeEach(() => {
    [now, count, takes] = [0, 0, 1_000];
    kept = new KeptCounts(() => now);
  });

  it('is told for a minute as it was, and counted once for all who ask at once', async () => {
    expect(await Promise.all([ask(), ask()])).toEqual([counted(1), counted(1)]);
    now += 50_000;

    expect(await ask()).toEqual(counted(1));
    expect(await ask('of a year')).toEqual(counted(2));
  });

  it('is told once more after that, while it is counted anew', async () => {
    await ask();
    now += 60_000;

    expect(await ask()).toEqual(counted(1));
    expect(await ask()).toEqual(counted(2));
  });

  it('is waited for once it is older than ten minutes', async () => {
    await ask();
    now += 600_000;

    expect(await ask()).toEqual(counted(2));
  });

  it('is counted each time where that takes no time, and where it failed', async () => {
    takes = 10;
    expect(await ask()).toEqual(counted(1));
    expect(await ask()).toEqual(counted(2));

    await expect(kept.of('failing', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
    expect(await kept.of('failing', () => Promise.resolve(counted(9)))).toEqual(counted(9));
  });

  it('is five hundred things at most', async () => {
    await ask('first');
    for (let other = 0; other < 500; other += 1) {
      await ask(`other ${other}`);
      now -= takes;
    }

    expect(await ask('first')).toEqual(counted(502));
  });
});
