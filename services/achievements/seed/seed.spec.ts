import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addWorkdays, endOfDay, instantAt, isPlainDate, isWorkday, workingCalendar, type CalendarDay } from '@dengke/calendar';
import { applicationLimits, noticeLimits, stageKinds, type CollectionWindow } from '@dengke/contract';

type Limit = {
  id: string;
  kind: string;
  value: number;
  unit: 'workdays' | 'days';
  effectiveFrom: string;
  effectiveTo: string | null;
  scope: string;
  source: string;
};
type Registrar = { demonstration: boolean; bodyCode: string; registrarOrganisationId: string };

const read = <T>(file: string): T => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as T;
const rows = read<{ version: number; coveredFrom: string; coveredTo: string; days: CalendarDay[] }>('calendar.json');
const { limits } = read<{ limits: Limit[] }>('limits.json');
const { windows } = read<{ windows: (CollectionWindow & { source: string[] })[] }>('windows.json');
const registrar = read<Registrar>('registrar.json');

const calendar = workingCalendar(rows);

describe('the calendar of the seed', () => {
  it('covers 2004 to 2026 with every day named and sourced [P40]', () => {
    expect([rows.coveredFrom, rows.coveredTo]).toEqual(['2004-01-01', '2026-12-31']);
    expect(rows.days.filter(({ name, sourceNotice }) => !name || !/\d{4}年|纪念日/.test(sourceNotice))).toEqual([]);
    expect(rows.days.filter(({ kind }) => kind === 'off')).toHaveLength(619);
    expect(rows.days.filter(({ kind }) => kind === 'makeup')).toHaveLength(150);
    expect(rows.days.map(({ date }) => date)).toEqual(rows.days.map(({ date }) => date).sort());
  });

  it("has the last days of 2018 as the next year's notice settled them [P41]", () => {
    expect(isWorkday(calendar, '2018-12-29')).toBe(true);
    expect(isWorkday(calendar, '2018-12-31')).toBe(false);
    expect(calendar.days.get('2018-12-29')?.sourceNotice).toContain('2019年');
  });

  it('has the extension of the 2020 Spring Festival and the commemoration of September 2015', () => {
    expect(['2020-01-31', '2020-02-02', '2015-09-03', '2015-09-04'].map((date) => isWorkday(calendar, date))).toEqual(Array(4).fill(false));
    expect(['2020-02-03', '2015-09-06'].map((date) => isWorkday(calendar, date))).toEqual([true, true]);
  });

  it("knows the days of the letters' window: 25 August 2023 is a Friday that is worked [S77]", () => {
    expect(['2023-08-25', '2023-08-28', '2023-08-30'].map((date) => isWorkday(calendar, date))).toEqual([true, true, true]);
    expect(addWorkdays(calendar, '2023-08-25', 1).on).toBe('2023-08-28');
  });
});

describe('the limits of the seed', () => {
  it('are one row for each stage and kind of application, with value, unit, days of effect, source and scope [P32]', () => {
    expect(limits.map(({ kind }) => kind)).toEqual([
      ...stageKinds,
      'returned',
      'correction',
      'publicity',
      'objection',
      ...applicationLimits,
      ...noticeLimits,
    ]);
    expect(limits.filter(({ effectiveFrom, effectiveTo }) => !isPlainDate(effectiveFrom) || effectiveTo !== null)).toEqual([]);
    expect(limits.filter(({ source, scope }) => scope !== '*' || !/默认值|〔2023〕132号/.test(source))).toEqual([]);
    expect(limits.filter(({ kind, unit }) => unit !== (kind === 'publicity' ? 'days' : 'workdays'))).toEqual([]);
    expect(limits.map(({ value }) => value)).toEqual([5, 10, 10, 5, 10, 10, 10, 0, 15, 5, 7, 3]);
  });

  it('give the organiser’s application seven working days, by the letter [P9 S60]', () => {
    expect(limits.find(({ kind }) => kind === 'new-organiser')).toMatchObject({ value: 7, unit: 'workdays' });
  });
});

describe('the window of the seed', () => {
  it('is the first half of 2023 as the letter sets it [P11 P12 S75 S76 S77 S78]', () => {
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({
      id: 'h1-2023',
      name: '2023年上半年',
      registrationYear: 2023,
      resultFrom: '2023-01-01',
      resultTo: '2023-06-30',
      announcedOn: '2023-08-07',
      opensAt: instantAt('2023-08-07', '00:00'),
      cutOffOn: '2023-08-25',
      cutOffAt: endOfDay('2023-08-25'),
      paperFrom: '2023-08-28',
      paperTo: '2023-08-30',
      earlierCutOffs: [],
    });
    expect(windows[0]?.cutOffAt).toBe('2023-08-25T16:00:00.000Z');
  });
});

describe('the registrar of the seed', () => {
  it("is marked as a demonstration: three digits that are nobody's guess at Shanxi's", () => {
    expect(registrar).toMatchObject({ demonstration: true, registrarOrganisationId: 'org-sx-kjt' });
    expect(registrar.bodyCode).toMatch(/^\d{3}$/);
    expect(['014', '140']).not.toContain(registrar.bodyCode);
  });
});
