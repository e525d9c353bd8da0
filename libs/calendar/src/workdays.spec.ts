import fc from 'fast-check';
import { dayIsOver, lastDay } from '../testing/oracle';
import { calendarAsOf, seededCalendar } from '../testing/seeded-calendar';
import {
  addCalendarDays,
  addWorkdays,
  endOfDay,
  explainDeadline,
  isWorkday,
  OutsideCoverage,
  subtractWorkdays,
  workdaysBetween,
} from './index';

const calendar = seededCalendar();

/** Any day that leaves room for 250 working days inside the coverage, forwards and backwards. */
const aCoveredDay = fc.integer({ min: 400, max: 7_900 }).map((number) => addCalendarDays('2004-01-01', number));
const aCount = fc.integer({ min: 0, max: 250 });

/** The plainest way to count: look at every following day, one after the other. */
function dayByDay(from: string, workdays: number): string {
  let on = from;
  for (let counted = 0; counted < workdays;) {
    on = addCalendarDays(on, 1);
    counted += isWorkday(calendar, on) ? 1 : 0;
  }
  return on;
}

describe('a period of working days', () => {
  it.each([
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2026-01-02', 1, '2026-01-04'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-18', 10, '2026-10-09'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-12-25', 4, '2026-12-31'],
  ])('from %s over %i working days ends on %s, for certain [P39 P40]', (from, workdays, on) => {
    expect(addWorkdays(calendar, from, workdays)).toMatchObject({ on, provisional: false });
  });

  it('gives an organiser application of 11 August 2023 its answer by 22 August: 7 working days [P40 S60]', () => {
    expect(addWorkdays(calendar, '2023-08-11', 7)).toMatchObject({ on: '2023-08-22', provisional: false });
  });

  it('is provisional past the horizon, where only the ordinary week is known [P40]', () => {
    expect(addWorkdays(calendar, '2026-12-25', 5)).toMatchObject({ on: '2027-01-01', provisional: true });
    expect(addWorkdays(calendar, '2026-12-25', 7)).toMatchObject({ on: '2027-01-05', provisional: true });
    expect(addWorkdays(calendar, '2027-03-01', 0)).toMatchObject({ on: '2027-03-01', provisional: true });
    expect(subtractWorkdays(calendar, '2027-01-04', 1)).toMatchObject({ on: '2027-01-01', provisional: true });
  });

  it('is settled when the year is loaded [P40]', () => {
    expect(addWorkdays(calendarAsOf('2025-12-31'), '2025-12-30', 3)).toMatchObject({ on: '2026-01-02', provisional: true });
    expect(addWorkdays(calendar, '2025-12-30', 3)).toMatchObject({ on: '2026-01-05', provisional: false });
  });

  it('tells the days it skipped and the weekend days it counted [P39]', () => {
    expect(addWorkdays(calendar, '2026-01-01', 1)).toEqual({
      on: '2026-01-04',
      provisional: false,
      skipped: [
        { date: '2026-01-02', reason: 'holiday', name: '元旦' },
        { date: '2026-01-03', reason: 'holiday', name: '元旦' },
      ],
      madeUp: ['2026-01-04'],
    });
    expect(addWorkdays(calendar, '2026-03-06', 1).skipped).toEqual([
      { date: '2026-03-07', reason: 'weekend', name: null },
      { date: '2026-03-08', reason: 'weekend', name: null },
    ]);
  });

  it('explains the deadline it leads to [P39 P40]', () => {
    const rule = { value: 5, unit: 'workdays', source: '广西 2025 通知' } as const;
    const explanation = explainDeadline(calendar, rule, '2026-02-13');
    expect(explanation).toMatchObject({ rule, from: '2026-02-13', on: '2026-02-27', calendarVersion: 1, coveredTo: '2026-12-31' });
    expect(explanation.dueAt).toBe(endOfDay('2026-02-27'));
    expect(explanation.skipped).toHaveLength(9);
    expect(explanation.madeUp).toEqual(['2026-02-14']);
  });

  it('explains a period of calendar days, which skips nothing [P39]', () => {
    const explanation = explainDeadline(calendar, { value: 30, unit: 'days', source: '公示' }, '2026-12-20');
    expect(explanation).toMatchObject({ on: '2027-01-19', provisional: false, skipped: [] });
  });

  it('finds the rungs of a reminder before a due day', () => {
    const rungs = [5, 3, 1, 0].map((before) => subtractWorkdays(calendar, '2023-08-25', before).on);
    expect(rungs).toEqual(['2023-08-18', '2023-08-22', '2023-08-24', '2023-08-25']);
    expect(subtractWorkdays(calendar, '2026-10-08', 1).on).toBe('2026-09-30');
  });

  it('refuses what is no count and what lies before the coverage', () => {
    expect(() => addWorkdays(calendar, '2026-01-05', -1)).toThrow(RangeError);
    expect(() => addWorkdays(calendar, '2026-01-05', 1.5)).toThrow(RangeError);
    expect(() => addWorkdays(calendar, '2003-12-31', 1)).toThrow(OutsideCoverage);
    expect(() => subtractWorkdays(calendar, '2004-01-05', 3)).toThrow(OutsideCoverage);
    expect(() => workdaysBetween(calendar, '2003-12-31', '2004-01-05')).toThrow(OutsideCoverage);
    expect(() => addWorkdays(calendar, '2026-02-30', 0)).toThrow(RangeError);
  });
});

describe('for every day and count', () => {
  it('counting equals looking at each day [P39]', () => {
    fc.assert(
      fc.property(aCoveredDay, aCount, (from, workdays) => expect(addWorkdays(calendar, from, workdays).on).toBe(dayByDay(from, workdays))),
    );
  });

  it('a limit of up to fifteen days ends when the announcements’ rows say, over a hundred thousand days [P39]', () => {
    fc.assert(
      fc.property(aCoveredDay, fc.nat(15), (from, value) => {
        const { on, dueAt } = explainDeadline(calendar, { value, unit: 'workdays', source: '' }, from);
        const wanted = lastDay(from, value);
        return on === wanted && dueAt === dayIsOver(wanted);
      }),
      { numRuns: 10_000 },
    );
  });

  it('a period ends on a working day, and going back the same number from it returns to where a working day began [P39]', () => {
    fc.assert(
      fc.property(aCoveredDay, aCount, (from, workdays) => {
        const due = addWorkdays(calendar, from, workdays);
        expect(workdays === 0 || isWorkday(calendar, due.on)).toBe(true);
        expect(isWorkday(calendar, from) ? subtractWorkdays(calendar, due.on, workdays).on : from).toBe(from);
      }),
    );
  });

  it('what was added is found between, in both directions', () => {
    fc.assert(
      fc.property(aCoveredDay, aCount, (from, workdays) => {
        const { on } = addWorkdays(calendar, from, workdays);
        expect(workdaysBetween(calendar, from, on)).toEqual({ workdays, provisional: false });
        expect(workdaysBetween(calendar, on, from).workdays).toBe(workdays === 0 ? 0 : -workdays);
      }),
    );
  });

  it('a later start or a longer period never ends earlier', () => {
    fc.assert(
      fc.property(aCoveredDay, aCount, fc.integer({ min: 0, max: 20 }), (from, workdays, more) => {
        const { on } = addWorkdays(calendar, from, workdays);
        expect(addWorkdays(calendar, from, workdays + more).on >= on).toBe(true);
        expect(addWorkdays(calendar, addCalendarDays(from, more), workdays).on >= on).toBe(true);
      }),
    );
  });

  it('each day on the way is either counted or skipped, never both [P39]', () => {
    fc.assert(
      fc.property(aCoveredDay, aCount, (from, workdays) => {
        const { on, skipped } = addWorkdays(calendar, from, workdays);
        expect(addCalendarDays(from, workdays + skipped.length)).toBe(on);
        expect(skipped.some(({ date }) => isWorkday(calendar, date))).toBe(false);
      }),
    );
  });
});
