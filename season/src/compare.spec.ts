import { windowOutcomes } from '@dengke/contract';
import { compare } from './compare';
import type { Expected } from './scenario';
import { shifted } from './shift';
import { clockOf, instantOf, readExpected, readScenario, stopsOf } from './scenario';

describe('the comparison of a season with its expectation', () => {
  let expected: Expected;
  beforeEach(async () => {
    expected = await readExpected('h1-2023');
  });

  it('finds nothing where there is nothing', () => {
    const { differences, reminders } = compare(expected, structuredClone(expected));
    expect(differences).toEqual([]);
    expect(reminders).toMatchObject({ duplicate: 0, missing: 0 });
  });

  it('finds a deadline that is a day off, a reminder too few and one too many, and an account that does not come out', () => {
    const observed = structuredClone(expected);
    observed.deadlines[0]!.due[0] = 'unit 2023-08-10';
    const [first] = observed.reminders.splice(0, 1);
    observed.reminders.push(observed.reminders[0]!);
    observed.windows['h1-2023']!.account.residual = 1;
    const { differences, deadlines, reminders } = compare(expected, observed);

    expect(differences).toContain('deadlines: missing g1 1. unit 2023-08-09');
    expect(differences).toContain('deadlines: unexpected g1 1. unit 2023-08-10');
    expect(differences).toContain(`reminders: missing 2023-08-16 before-5 c1 ${first?.[3][0] ?? ''}`);
    expect(differences).toContain('account: unexpected h1-2023 residual 1');
    expect(deadlines.wrong).toBe(1);
    expect(reminders.duplicate).toBe(6);
  });

  it('finds a county too many in a gap report, a receipt too early, and an urging of one who had answered', () => {
    const observed = structuredClone(expected);
    observed.gaps[2]![3][4] = 10;
    observed.receipts.find(([ref]) => ref === 'L')![2]['signed'] = '2023-09-14T09:59';
    observed.told.push(['urge', '2023-09-26T10:00', 'A', ['cz-luzhou-energy-liaison']]);

    const { differences } = compare(expected, observed);
    expect(differences.map((line) => line.split(' ').slice(0, 7).join(' '))).toEqual([
      'gaps: missing C read by sx-kjt-1: A',
      'gaps: unexpected C read by sx-kjt-1: A',
      'receipts: missing L unit-zhangling-coal signed read 2023-09-14T10:00',
      'receipts: unexpected L unit-zhangling-coal signed read 2023-09-14T10:00',
      'told: unexpected 2023-09-26T10:00 urge A cz-luzhou-energy-liaison',
    ]);
  });

  it('the account of the expectation comes out even: entered is the sum of its columns', () => {
    const { account: whole, accounts } = expected.windows['h1-2023']!;
    for (const account of [whole, ...Object.values(accounts)]) {
      const sum = windowOutcomes.reduce((so, outcome) => so + account[outcome], account.residual);
      expect(sum).toBe(account.entered);
    }
  });
});

describe('the scenario of the letters', () => {
  it('has the dates of the first half of 2023 [S75 S76 S77 S78 P11]', async () => {
    const [window] = (await readScenario('h1-2023')).windows;
    expect(window).toMatchObject({ registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' });
    expect(window).toMatchObject({ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' });
  });

  it('has organisers apply until 11 August, and expects those decided in time by 22 August [S59 S60 P9]', async () => {
    const { steps } = await readScenario('h1-2023');
    const { applications, byTime } = await readExpected('h1-2023');
    const days = steps.filter(([, , what]) => what === 'applyAsOrganiser').map(([time]) => time.slice(0, 10));
    expect([days.length, days.at(-1)]).toEqual([3, '2023-08-11']);
    expect(applications.every(({ dueOn }) => dueOn !== null && dueOn <= '2023-08-22')).toBe(true);
    expect(byTime).toContainEqual(['escalate', '2023-08-23T00:00', ['o4']]);
  });

  it('sends C, B and A down to twelve counties, of which nine answer by 28 September [S1 S12 S20 S43 P4 P5]', async () => {
    const { letters, steps } = await readScenario('h1-2023');
    const answering = steps.filter(([, , what]) => what === 'answer').flatMap(([, who]) => who.split(' '));
    expect([letters['A']?.encloses, letters['B']?.encloses, letters['A']?.dueOn]).toEqual(['B', 'C', '2023-09-28']);
    expect(answering).toHaveLength(9);
    expect((await readExpected('h1-2023')).gaps.map(([, , level, [addressees]]) => `${level}${addressees}`).slice(0, 3)).toEqual([
      'C4',
      'B11',
      'A12',
    ]);
  });

  it('moves one date at a time, and no other', async () => {
    const scenario = await readScenario('h1-2023');
    expect(shifted(scenario, 'cutOffOn=1').windows).toEqual([{ ...scenario.windows[0], cutOffOn: '2023-08-26' }]);
    expect(() => shifted(scenario, 'name=1')).toThrow('--shift');
  });

  it('stops at every step, midnight and nine o’clock, in order', async () => {
    const stops = stopsOf(await readScenario('h1-2023')).map(clockOf);
    expect(stops).toEqual([...stops].sort());
    expect(stops).toEqual(expect.arrayContaining(['2023-08-02T10:00', '2023-08-26T00:00', '2023-08-28T09:00']));
    expect(instantOf('2023-08-26T00:00')).toBe('2023-08-25T16:00:00.000Z');
  });
});
