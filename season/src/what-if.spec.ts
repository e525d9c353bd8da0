import { readExpected, readScenario } from './scenario';
import type { Scenario } from './scenario';
import { differenceOf, supposed } from './what-if';
import type { Told } from './season';
import { Spent } from './spent';

describe('a season under another supposition', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await readScenario('h1-2023');
  });
  const loginsOf = (id: string) => (id === 'org-changzhi-energy' ? ['changzhi-energy-1', 'changzhi-energy-2'] : []);
  const suppose = (question: string) => supposed(scenario, question, loginsOf);

  it('has another cut-off, and all else as it was', () => {
    const { windows, steps } = suppose('cut-off=2023-08-20');
    expect([windows[0]?.cutOffOn, steps]).toEqual(['2023-08-20', scenario.steps]);
  });

  it('has its days off from its first morning on', () => {
    const [first, ...rest] = suppose('days-off=2023-08-16,2023-08-17').steps;
    expect(first?.slice(1)).toEqual(['sx-kjt-1', 'daysOff', ['2023-08-16', '2023-08-17']]);
    expect(rest).toEqual(scenario.steps);
  });

  it('has a bureau do a week later what it would have done in the week in which it is away, and others what they did', () => {
    const { steps } = suppose('away=org-changzhi-energy:2023-08-09');
    const moved = steps.flatMap((step, index) =>
      step[0] === scenario.steps[index]?.[0] ? [] : [[scenario.steps[index]?.[0], step[0], step[2]]],
    );
    expect(moved).toEqual([
      ['2023-08-10T10:00', '2023-08-17T10:00', 'recommend'],
      ['2023-08-10T10:30', '2023-08-17T10:30', 'return'],
      ['2023-08-10T11:00', '2023-08-17T11:00', 'reject'],
      ['2023-08-14T10:00', '2023-08-21T10:00', 'recommend'],
    ]);
  });

  it.each(['', 'cut-off=soon', 'away=org-nobody:2023-08-09', 'days-off='])('is none where it says “%s”', (question) => {
    expect(() => suppose(question)).toThrow('what-if takes');
  });

  it('tells what comes otherwise, what was never done, and of reminders how many', async () => {
    const expected = await readExpected('h1-2023');
    const [first, ...reminders] = expected.reminders;
    const observed = {
      ...expected,
      reminders,
      refused: [...expected.refused, 'a1 NOT_YET_DUE'],
      registrationNumbers: [],
      deadlinesChecked: 0,
    };
    const waiting: Told['waiting'] = [['2023-08-10T10:00', 'somebody', 'recommend', ['a1']]];
    const told: Told = { observed, serials: new Map(), waiting, seconds: 1, spent: new Spent() };
    expect(differenceOf(expected, told)).toEqual({
      outcomes: ['+ refused: a1 NOT_YET_DUE'],
      reminders: { fewer: (first?.[2].length ?? 0) * (first?.[3].length ?? 0), more: 0 },
      neverDone: ['somebody · recommend a1'],
    });
  });
});
