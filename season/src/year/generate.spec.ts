import { generate } from './generate';

describe('a generated year', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = await Promise.all([generate(7, 40), generate(7, 40), generate(8, 40)]);
    expect(JSON.stringify(same)).toBe(JSON.stringify(one));
    expect(other.steps).not.toEqual(one.steps);
  });

  it('takes the window of mid-year and the one early next year, for the results of its own year [S38 S73]', async () => {
    const { windows, from, until } = await generate(1, 10);
    expect(windows.map(({ resultFrom, resultTo }) => [resultFrom, resultTo])).toEqual([
      ['2025-01-01', '2025-06-30'],
      ['2025-07-01', '2025-12-31'],
    ]);
    expect(
      windows.every(({ opensOn, cutOffOn, paperTo }) => from < opensOn && opensOn < cutOffOn && cutOffOn < paperTo && paperTo < until),
    ).toBe(true);
  });

  it('has people who are wrong and impatient, a unit that moves, and an order in which each submission’s acts follow each other', async () => {
    const { steps, submissions } = await generate(2, 300);
    const acts = new Set(steps.map(([, , what]) => what));
    expect([...acts].sort()).toEqual([
      ...['acknowledge', 'announce', 'approve', 'close', 'open', 'paper', 'recall', 'recommend', 'reject', 'release', 'reportAgain'],
      ...['resubmit', 'return', 'returnReport', 'submit', 'transfer', 'withdraw'],
    ]);
    expect(Object.values(submissions).some(({ twice = [] }) => twice.length > 0)).toBe(true);
    expect(steps.map(([time]) => time)).toEqual(steps.map(([time]) => time).sort());
    const ownOf = (ref: string) => steps.flatMap(([, , what, refs]) => (refs.includes(ref) ? [what] : []));
    expect(Object.keys(submissions).some((ref) => /paper return resubmit.* approve paper approve/.test(ownOf(ref).join(' ')))).toBe(true);
    for (const ref of Object.keys(submissions)) {
      const own = ownOf(ref);
      expect([ref, own.length === 0 || own[0] === 'submit']).toEqual([ref, true]);
    }
  });
});
