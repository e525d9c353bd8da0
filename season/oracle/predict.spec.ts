import type { Scenario, Step } from './plain';
import { predict } from './predict';

const world: Scenario['world'] = {
  calendar: { off: ['2025-01-01'], madeUp: ['2025-01-26'] },
  limits: { unit: 5, municipal: 10, organiser: 10, department: 5, ministry: 10, returned: 10 },
  department: 'department',
  ministry: 'ministry',
  units: { mine: { municipal: 'city', organiser: 'bureau', alone: false } },
  desks: {
    mine: { people: ['admin'], superAdmins: [] },
    city: { people: ['city-1'], superAdmins: [] },
    bureau: { people: ['bureau-1', 'bureau-2'], superAdmins: ['bureau-admin'] },
    department: { people: ['department-1'], superAdmins: ['department-admin'] },
    ministry: { people: ['ministry-1'], superAdmins: ['ministry-admin'] },
  },
};
const window = {
  ...{ id: 'w', registrationYear: 2024, resultFrom: '2024-07-01', resultTo: '2024-12-31', opensOn: '2025-01-06' },
  ...{ cutOffOn: '2025-01-17', paperFrom: '2025-01-20', paperTo: '2025-01-21' },
};
const announced: Step = ['2025-01-06T08:30', 'department-1', 'announce', ['w']];
const submitted: Step = ['2025-01-06T10:00', 'completer', 'submit', ['a']];
const released: Step = ['2025-01-07T10:00', 'admin', 'release', ['a']];

const come = (...steps: Step[]) =>
  predict({
    ...{ from: '2025-01-06T08:00', until: '2025-02-20T18:00', world, windows: [window], steps: [announced, submitted, ...steps] },
    submissions: {
      a: {
        unit: 'mine',
        completer: 'completer',
        door: 'municipal',
        category: 'soft',
        name: '甲',
        evidence: [['closing-report', '2024-08-01']],
      },
      b: {
        unit: 'mine',
        completer: 'completer',
        door: 'municipal',
        category: 'soft',
        name: '甲 ',
        evidence: [['closing-report', '2024-08-01']],
      },
      c: {
        unit: 'mine',
        completer: 'completer',
        door: 'municipal',
        category: 'soft',
        name: '丙',
        evidence: [['closing-report', '2023-08-01']],
      },
    },
  });

describe('the oracle', () => {
  it('knows the whole way, with each limit from the day after and made-up days counted [P31 P39]', () => {
    const { ends, deadlines, byTime, windows } = come(
      released,
      ['2025-01-13T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-16T15:00', 'bureau-1', 'recommend', ['a']],
      ['2025-01-20T15:00', 'completer', 'paper', ['a']],
      ['2025-01-20T15:00', 'department-1', 'approve', ['a']],
      ['2025-01-24T15:00', 'ministry-1', 'acknowledge', ['a']],
    );
    expect(ends).toEqual([
      { refs: ['a'], state: 'reported', mode: 'window', windowOutcome: 'transmitted', registrationYear: 2024, approvedOn: '2025-01-20' },
    ]);
    expect(deadlines[0]?.due).toEqual([
      ...['unit 2025-01-13', 'municipal 2025-01-21', 'organiser 2025-01-26', 'department 2025-01-23', 'ministry 2025-01-31'],
    ]);
    expect(byTime).toEqual([]);
    expect(windows['w']).toMatchObject({ account: { entered: 1, transmitted: 1, residual: 0 }, sheets: { city: ['a'], bureau: ['a'] } });
  });

  it('carries over at the cut-off, by which it was reminded, and escalates after the limit’s own day [P12 P13 P31]', () => {
    const { byTime, ends, reminders, windows } = come(released);
    expect(byTime).toEqual([
      ['carryOver', '2025-01-18T00:00', ['a']],
      ['escalate', '2025-01-22T00:00', ['a']],
    ]);
    expect(ends[0]).toMatchObject({ state: 'in-review', mode: 'rolling', windowOutcome: 'carried-over' });
    expect(windows['w']?.account).toMatchObject({ 'carried-over': 1, residual: 0 });
    expect(reminders.slice(0, 7).map(([on, rung]) => `${on} ${rung}`)).toEqual([
      ...['2025-01-10 before-5', '2025-01-14 before-3', '2025-01-16 before-1', '2025-01-17 due-day'],
      ...['2025-01-20 before-1', '2025-01-21 due-day', '2025-01-22 overdue-1'],
    ]);
  });

  it('has a return pause the desk, and a refusal change nothing [P25 P26 P29]', () => {
    const { deadlines, refused, byTime } = come(
      released,
      ['2025-01-08T15:00', 'city-1', 'return', ['a']],
      ['2025-01-09T15:00', 'city-1', 'close', ['a']],
      ['2025-01-10T10:00', 'completer', 'resubmit', ['a']],
      ['2025-01-13T15:00', 'bureau-1', 'recommend', ['a']],
      ['2025-01-13T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-14T15:00', 'bureau-1 bureau-2', 'recommend', ['a']],
      ['2025-01-14T15:00', 'department-1', 'approve', ['a']],
      ['2025-01-15T10:00', 'completer', 'submit', ['b', 'c']],
    );
    expect(deadlines[0]?.due).toEqual([
      ...['unit 2025-01-13', 'municipal 2025-01-21', 'returned 2025-01-22', 'municipal 2025-01-23', 'organiser 2025-01-26'],
      'department 2025-01-21',
    ]);
    expect(refused).toEqual([
      ...['a NOT_YET_DUE', 'a STAGE_ALREADY_DECIDED', 'a STAGE_ALREADY_DECIDED', 'a PAPER_NOT_RECEIVED'],
      ...['b ALREADY_REGISTERED', 'c OUTSIDE_REGISTRATION_YEAR'],
    ]);
    expect(byTime).toEqual([['escalate', '2025-01-22T00:00', ['a']]]);
  });

  it('has a version approved with its own paper: what came before it was mended does not count, and is brought once of each [P27 P28]', () => {
    const { refused, ends } = come(
      ['2025-01-06T11:00', 'completer', 'paper', ['a']],
      released,
      ['2025-01-08T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-08T15:00', 'completer', 'paper', ['a']],
      ['2025-01-08T16:00', 'completer', 'paper', ['a']],
      ['2025-01-09T15:00', 'bureau-1', 'return', ['a']],
      ['2025-01-09T16:00', 'completer', 'paper', ['a']],
      ['2025-01-10T10:00', 'completer', 'resubmit', ['a']],
      ['2025-01-13T15:00', 'bureau-1', 'recommend', ['a']],
      ['2025-01-14T15:00', 'department-1', 'approve', ['a']],
      ['2025-01-15T15:00', 'completer', 'paper', ['a']],
      ['2025-01-15T15:00', 'department-1', 'approve', ['a']],
    );
    expect(refused).toEqual([...['a ACT_NOT_PERMITTED', 'a ACT_NOT_PERMITTED', 'a ACT_NOT_PERMITTED', 'a PAPER_NOT_RECEIVED']]);
    expect(ends[0]).toMatchObject({ state: 'registered', approvedOn: '2025-01-15' });
  });

  it('has a decision taken back by whoever made it or his super administrator, until it is looked at; the desk keeps its days [P25 P29]', () => {
    const { deadlines, refused, byTime, reminders, windows } = come(
      released,
      ['2025-01-13T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-14T16:30', 'city-1', 'recall', ['a']],
      ['2025-01-15T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-16T15:00', 'bureau-1', 'recommend', ['a']],
      ['2025-01-17T15:00', 'bureau-2', 'recall', ['a']],
      ['2025-01-27T16:30', 'bureau-admin', 'recall', ['a']],
      ['2025-01-28T15:00', 'bureau-1', 'recommend', ['a']],
      ['2025-01-28T16:00', 'department-1', 'open', ['a']],
      ['2025-01-28T16:30', 'bureau-1', 'recall', ['a']],
    );
    expect(deadlines[0]?.due).toEqual([
      ...['unit 2025-01-13', 'municipal 2025-01-21', 'organiser 2025-01-26', 'municipal 2025-01-21', 'organiser 2025-01-28'],
      ...['department 2025-01-23', 'organiser 2025-01-28', 'department 2025-02-04'],
    ]);
    expect(refused).toEqual(['a ACT_NOT_PERMITTED', 'a ALREADY_OPENED']);
    expect(byTime.map(([act, at]) => `${act} ${at}`)).toEqual(['escalate 2025-01-24T00:00', 'escalate 2025-02-05T00:00']);
    expect(reminders.filter(([on]) => on === '2025-01-28').map(([, rung]) => rung)).toEqual(['due-day']);
    expect(windows['w']?.sheets).toEqual({ city: ['a'], bureau: ['a'] });
  });

  it('has what is taken back after its day late at once, and what was late before told no second time [P25 P31]', () => {
    const late: Step[] = [released, ['2025-01-22T15:00', 'city-1', 'recommend', ['a']], ['2025-01-23T16:30', 'city-1', 'recall', ['a']]];
    expect(come(...late).byTime.map(([act, at]) => `${act} ${at}`)).toEqual(['carryOver 2025-01-18T00:00', 'escalate 2025-01-22T00:00']);
    const meanwhile: Step[] = [
      released,
      ['2025-01-21T15:00', 'city-1', 'recommend', ['a']],
      ['2025-01-23T16:30', 'city-1', 'recall', ['a']],
    ];
    expect(come(...meanwhile).byTime.map(([act, at]) => `${act} ${at}`)).toEqual([
      'carryOver 2025-01-18T00:00',
      'escalate 2025-01-23T16:30',
    ]);
  });
});
