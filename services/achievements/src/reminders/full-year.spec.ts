import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCalendarDays, addWorkdays, isWorkday, workingCalendar } from '@dengke/calendar';
import type { CalendarDay } from '@dengke/calendar';
import { climbs, rungsBefore, stepsUp, stepUpAfter } from '@dengke/contract';
import type { PlainDate, Rung } from '@dengke/contract';
import { rungOn } from './rungs';

const seedOf = <T>(file: string): T => JSON.parse(readFileSync(join(__dirname, '../../seed', file), 'utf8')) as T;
const calendar = workingCalendar(seedOf<{ version: number; coveredFrom: string; coveredTo: string; days: CalendarDay[] }>('calendar.json'));
const { limits } = seedOf<{ limits: { id: string; kind: string; value: number; unit: 'workdays' | 'days' }[] }>('limits.json');
/** Publicity ends by itself: nobody has to be reminded of it. */
const reminded = limits.filter(({ kind }) => kind !== 'publicity');

const days = (from: PlainDate, count: number): PlainDate[] => Array.from({ length: count }, (_, day) => addCalendarDays(from, day));
const year = days('2024-01-01', 366);
/** Far enough to see a deadline late, over the longest holiday. */
const WATCHED = 45;

/** Each rung of one deadline with the day it falls on, as the daily rounds would find it. */
function ladderOf(startOn: PlainDate, dueOn: PlainDate): [PlainDate, Rung][] {
  return days(startOn, WATCHED).flatMap((on): [PlainDate, Rung][] => {
    const rung = rungOn(calendar, on, { startOn, dueOn });
    return rung === null ? [] : [[on, rung]];
  });
}
const dueOf = (startOn: PlainDate, { value, unit }: (typeof limits)[number]): PlainDate =>
  unit === 'workdays' ? addWorkdays(calendar, startOn, value).on : addCalendarDays(startOn, value);

describe('every configured rung over a full year, a deadline of every limit beginning each day', () => {
  it.each(reminded)('$kind, $value $unit: each rung that can come after the beginning comes once, in order, on a working day', (limit) => {
    const possible = [...rungsBefore.filter((before) => before < limit.value).map((before) => `before-${before}`), 'due-day', 'overdue-1'];
    for (const startOn of year) {
      const dueOn = dueOf(startOn, limit);
      const ladder = ladderOf(startOn, dueOn);
      const rungs = ladder.map(([, rung]) => rung);

      expect(new Set(rungs).size).toBe(rungs.length);
      expect(ladder.filter(([on]) => !isWorkday(calendar, on))).toEqual([]);
      expect(rungs.slice(0, possible.length)).toEqual(possible);
      // The desk's super administrator hears of it after the desk, and before it is late and the next desk does.
      expect(ladder.find(([, rung]) => climbs(rung))?.[0]).toBe(dueOn);
      expect(rungs.slice(rungs.indexOf('overdue-1')).every((rung, late) => rung === `overdue-${late + 1}`)).toBe(true);
    }
  });

  it('no rung is dead: each comes for some limit, and which limits are too short for one is known', () => {
    const seldom = reminded.flatMap(({ kind, value }) =>
      rungsBefore.filter((before) => before >= value).map((before) => `${kind} before-${before}`),
    );
    const alive = new Set<string>(
      reminded.flatMap((limit) => year.slice(0, 40).flatMap((startOn) => ladderOf(startOn, dueOf(startOn, limit)).map(([, rung]) => rung))),
    );

    expect(
      [...rungsBefore.map((before) => `before-${before}`), 'due-day', 'overdue-1', 'overdue-2'].filter((rung) => !alive.has(rung)),
    ).toEqual([]);
    expect(seldom).toEqual(['unit before-5', 'department before-5', 'new-credential before-5', 'receipt before-5', 'receipt before-3']);
  });

  it('a letter that stays late comes a step up the cascade on its first day and every third after it, never two on one day', () => {
    const receipt = reminded.filter(({ kind }) => kind === 'receipt');
    for (const [startOn, limit] of year.flatMap((on) => receipt.map((one) => [on, one] as const))) {
      const dueOn = dueOf(startOn, limit);
      const steps = ladderOf(startOn, dueOn).map(([on, rung]) => [on, stepsUp(rung)] as const);
      const firsts = [1, 2, 3, 4].map((step) => steps.find(([, reached]) => reached === step)?.[0]);

      expect(steps.filter(([on]) => on <= dueOn).every(([, step]) => step === 0)).toBe(true);
      expect(firsts).toEqual([1, 2, 3, 4].map((step) => addWorkdays(calendar, dueOn, 1 + (step - 1) * stepUpAfter).on));
    }
  });
});
