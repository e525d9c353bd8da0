import { Turns } from './turns';

/** Work that ends when it is told to. */
function aWork(): { begun: boolean; end: () => void; work: () => Promise<string> } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const one = {
    begun: false,
    end: () => end(),
    work: async () => {
      one.begun = true;
      await ended;
      return 'done';
    },
  };
  return one;
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('lets so many work at once, and the others in the order they came', async () => {
    const turns = new Turns({ atOnce: 2, mayWait: 10 });
    const works = Array.from({ length: 5 }, aWork);
    const done = works.map(({ work }) => turns.take(work));
    const begun = (): boolean[] => works.map((one) => one.begun);
    await soon();
    expect(begun()).toEqual([true, true, false, false, false]);

    works[1]?.end();
    await soon();
    expect(begun()).toEqual([true, true, true, false, false]);
    works.forEach(({ end }) => end());
    expect(await Promise.all(done)).toEqual(Array.from({ length: 5 }, () => 'done'));
  });

  it('refuses whom the line has no room for, and leaves the place of whom the work refused', async () => {
    const turns = new Turns({ atOnce: 1, mayWait: 1 });
    const [first, second] = [aWork(), aWork()];
    const works = [turns.take(first.work), turns.take(second.work)];
    await expect(turns.take(() => Promise.resolve())).rejects.toMatchObject({ code: 'BUSY' });
    first.end();
    second.end();
    await Promise.all(works);

    await expect(turns.take(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await turns.take(() => Promise.resolve('in'))).toBe('in');
  });

  it('lets nobody stand in line for longer than is said, and does not begin what was given up', async () => {
    const turns = new Turns({ atOnce: 1, mayWait: 10, withinMillis: 20 });
    const [first, late] = [aWork(), aWork()];
    const working = turns.take(first.work);
    await expect(turns.take(late.work)).rejects.toMatchObject({ code: 'BUSY' });

    first.end();
    await working;
    await soon();
    expect(late.begun).toBe(false);
    expect(await turns.take(() => Promise.resolve('in'))).toBe('in');
  });
});
