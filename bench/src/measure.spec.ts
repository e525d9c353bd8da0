import { figure, load, percentile, perSecond } from './measure';

describe('measuring', () => {
  it('gives minimum, median and maximum', () => {
    expect(figure([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  });

  it('takes percentiles by rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 0.99), percentile([7], 0.5)]).toEqual([50, 95, 99, 7]);
  });

  it('works all jobs off, never more at once than there are clients, and times each call', async () => {
    let [running, most, done] = [0, 0, 0];
    const job = async (timed: <T>(call: () => Promise<T>) => Promise<T>) => {
      most = Math.max(most, (running += 1));
      await timed(async () => undefined);
      await timed(async () => undefined);
      running -= 1;
      done += 1;
    };
    const { latencies, elapsed } = await load(
      3,
      Array.from({ length: 10 }, () => job),
    );
    expect([done, most <= 3, latencies.length, elapsed > 0]).toEqual([10, true, 20, true]);
    expect(perSecond(10, 2000)).toBe(5);
  });
});
