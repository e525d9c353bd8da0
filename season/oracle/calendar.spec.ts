import { dayAfter, dayOf, numberOf, WorkingDays } from './calendar';

/** The arrangement of 2026 and the autumns of 2023 and 2025, as the notices of the State Council have them. */
const days = new WorkingDays({
  off: [
    ...['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
    ...['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08'],
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-05-01', '2026-05-04', '2026-05-05'],
    ...['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ],
  madeUp: ['2023-10-07', '2023-10-08', '2025-09-28', '2025-10-11', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
});

describe('the oracle’s calendar', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2026-12-25', 4, '2026-12-31'],
    ['2023-08-11', 7, '2023-08-22'],
  ])('has %s + %i working days end on %s [P39 P40]', (from, count, on) => {
    expect(days.add(from, count)).toBe(on);
    expect(days.between(from, on)).toBe(count);
  });

  it('numbers each day of five years one after the other', () => {
    const first = numberOf('1999-12-31');
    const days: string[] = ['1999-12-31'];
    while (days.at(-1) !== '2005-03-02') {
      days.push(dayAfter(days.at(-1) ?? ''));
    }
    expect(days.filter((day, index) => numberOf(day) !== first + index)).toEqual([]);
    expect(days).toHaveLength(1_889);
    expect(numberOf('1970-01-01')).toBe(0);
    expect([dayAfter('2000-02-28'), dayAfter('2024-02-28'), dayAfter('2100-02-28')]).toEqual(['2000-02-29', '2024-02-29', '2100-03-01']);
    expect(dayOf(numberOf('2026-12-31') + 1)).toBe('2027-01-01');
  });
});
