import { daysIn } from './days-in';

describe('the days of a year as they are typed', () => {
  it('are days off and make-up days, one a line, with their names', () => {
    expect(daysIn('2027-01-01 休 元旦\n\n 2027-02-07  班  春节调休 \n')).toEqual({
      days: [
        { date: '2027-01-01', kind: 'off', name: '元旦' },
        { date: '2027-02-07', kind: 'makeup', name: '春节调休' },
      ],
      faulty: [],
    });
  });

  it('name the lines that say no day', () => {
    expect(daysIn('2027-01-01 休 元旦\n元旦\n2027-1-2 休 元旦')).toMatchObject({ faulty: [2, 3] });
  });
});
