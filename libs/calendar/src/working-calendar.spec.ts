import { calendarAsOf, seededCalendar } from '../testing/seeded-calendar';
import { addCalendarDays, addWorkdays, dayKind, firstChange, isWorkday, OutsideCoverage, workingCalendar, type CalendarDay } from './index';

const calendar = seededCalendar();

const daysOf = (from: string, to: string): string[] => (from > to ? [] : [from, ...daysOf(addCalendarDays(from, 1), to)]);
const off = (date: string): CalendarDay => ({ date, kind: 'off', name: '元旦', sourceNotice: 'test' });

describe('the working-day calendar', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %i %i working days [P39]', (year, workdays) => {
    expect(daysOf(`${year}-01-01`, `${year}-12-31`).filter((date) => isWorkday(calendar, date))).toHaveLength(workdays);
  });

  it('has the special days of 2026 that the State Council announced, and no others [P39]', () => {
    const special = [...calendar.days.values()].filter(({ date }) => date.startsWith('2026'));
    const of = (kind: CalendarDay['kind']) => special.filter((day) => day.kind === kind).map(({ date }) => date);
    expect(of('makeup')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(of('off')).toEqual([
      ...daysOf('2026-01-01', '2026-01-03'),
      ...daysOf('2026-02-15', '2026-02-23'),
      ...daysOf('2026-04-04', '2026-04-06'),
      ...daysOf('2026-05-01', '2026-05-05'),
      ...daysOf('2026-06-19', '2026-06-21'),
      ...daysOf('2026-09-25', '2026-09-27'),
      ...daysOf('2026-10-01', '2026-10-07'),
    ]);
    expect(special).toHaveLength(39);
  });

  it('tells a Saturday, a make-up Sunday and a holiday apart [P39]', () => {
    expect(dayKind(calendar, '2026-03-07')).toBe('weekend');
    expect(dayKind(calendar, '2026-01-04')).toBe('workday');
    expect(dayKind(calendar, '2026-09-26')).toBe('holiday');
    expect(dayKind(calendar, '2026-03-09')).toBe('workday');
  });

  it.each(['2027-01-01', '2027-10-01', '2027-03-01', '2003-12-31'])('knows nothing about %s and says so [P40]', (date) => {
    expect(dayKind(calendar, date)).toBe('unknown');
    expect(() => isWorkday(calendar, date)).toThrow(OutsideCoverage);
  });

  it("lets the next year's notice settle the last days of a year, and names the first day that changed [P41]", () => {
    const before = calendarAsOf('2018-12-31');
    expect([isWorkday(before, '2018-12-29'), isWorkday(before, '2018-12-31')]).toEqual([false, true]);
    expect([isWorkday(calendar, '2018-12-29'), isWorkday(calendar, '2018-12-31')]).toEqual([true, false]);
    expect(firstChange(before, calendar)).toBe('2018-12-29');

    expect(addWorkdays(before, '2018-12-26', 3)).toMatchObject({ on: '2018-12-31', provisional: false });
    expect(addWorkdays(calendar, '2018-12-26', 3)).toMatchObject({ on: '2018-12-29', provisional: false });
  });

  it('counts a newly covered year as changed from its first day [P40 P41]', () => {
    expect(firstChange(calendarAsOf('2025-12-31'), calendar)).toBe('2026-01-01');
    expect(firstChange(calendar, calendar)).toBeNull();
  });

  it('refuses rows that contradict themselves', () => {
    const rows = { version: 1, coveredFrom: '2026-01-01', coveredTo: '2026-12-31' };
    expect(() => workingCalendar({ ...rows, days: [off('2026-01-01'), off('2026-01-01')] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...rows, days: [off('2027-01-01')] })).toThrow(OutsideCoverage);
    expect(() => workingCalendar({ ...rows, days: [{ ...off('2026-03-09'), kind: 'makeup' }] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...rows, days: [off('2026-02-30')] })).toThrow(RangeError);
    expect(() => workingCalendar({ ...rows, coveredTo: '2025-12-31', days: [] })).toThrow(RangeError);
  });
});
