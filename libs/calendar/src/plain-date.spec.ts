import fc from 'fast-check';
import { addCalendarDays, calendarDaysBetween, endOfDay, instantAt, isPlainDate, isWeekend, shanghaiDateOf } from './index';

const aDay = fc.integer({ min: -7_000, max: 40_000 }).map((number) => addCalendarDays('1999-12-31', number));

describe('a civil day', () => {
  it('is counted without the day of the event [P39 P40]', () => {
    expect(addCalendarDays('2026-09-20', 30)).toBe('2026-10-20');
    expect(addCalendarDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addCalendarDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(calendarDaysBetween('2026-09-20', '2026-10-20')).toBe(30);
  });

  it('ends at 24:00 in Shanghai, half-open: 25 August includes the 25th [P12 S77]', () => {
    expect(endOfDay('2023-08-25')).toBe('2023-08-25T16:00:00.000Z');
    expect(shanghaiDateOf('2023-08-25T15:59:59.999Z')).toBe('2023-08-25');
    expect(shanghaiDateOf(endOfDay('2023-08-25'))).toBe('2023-08-26');
  });

  it('names instants by the Shanghai clock', () => {
    expect(instantAt('2023-08-07', '00:00')).toBe('2023-08-06T16:00:00.000Z');
    expect(instantAt('2023-08-01', '09:00')).toBe('2023-08-01T01:00:00.000Z');
    expect(shanghaiDateOf('2023-08-25T23:30:00+08:00')).toBe('2023-08-25');
    expect(shanghaiDateOf('2023-08-25T12:00:00-05:00')).toBe('2023-08-26');
  });

  it('knows its weekday by arithmetic', () => {
    expect(['2023-08-25', '2023-08-26', '2023-08-27', '2023-08-28'].map(isWeekend)).toEqual([false, true, true, false]);
    expect(isWeekend('1969-12-28')).toBe(true);
  });

  it.each(['2023-02-29', '2023-13-01', '2023-1-1', '23-01-01', '2023-08-25T00:00', '', '2023-00-10', '2023-04-31'])(
    'refuses %p',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => addCalendarDays(text, 1)).toThrow(RangeError);
      expect(() => endOfDay(text)).toThrow(RangeError);
    },
  );

  it.each(['2023-08-25T00:00:00', '2023-08-25', 'yesterday', '2023-13-45T00:00:00Z'])('refuses %p as an instant', (text) => {
    expect(() => shanghaiDateOf(text)).toThrow(RangeError);
  });

  it.each(['24:00', '9:00', '09:60', ''])('refuses %p as a time of day', (text) => {
    expect(() => instantAt('2023-08-25', text)).toThrow(RangeError);
  });

  it('refuses fractions of a day', () => {
    expect(() => addCalendarDays('2023-08-25', 0.5)).toThrow(RangeError);
  });

  it('comes back after going forth, and every instant of it belongs to it', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: 0, max: 86_399_999 }), (day, days, milliseconds) => {
        const there = addCalendarDays(day, days);
        expect(addCalendarDays(there, -days)).toBe(day);
        expect(calendarDaysBetween(day, there)).toBe(days);
        expect(shanghaiDateOf(new Date(Date.parse(endOfDay(day)) - 1 - milliseconds).toISOString())).toBe(day);
      }),
    );
  });
});
