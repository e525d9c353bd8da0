import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayIsOver, daysApart, isWorked, lastDay } from '../testing/oracle';
import { calendarAsOf, seededCalendar } from '../testing/seeded-calendar';
import * as library from './index';

type Library = typeof library;

const seeded = seededCalendar();
const until2025 = calendarAsOf('2025-12-31');
/** Worked out apart from the library; the last is of the letters. */
const vectors: [from: string, workdays: number, on: string][] = [
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-02-13', 10, '2026-03-05'],
  ['2026-09-18', 5, '2026-09-24'],
  ['2026-09-30', 5, '2026-10-13'],
  ['2026-04-30', 5, '2026-05-11'],
  ['2025-09-26', 5, '2025-10-10'],
  ['2026-12-25', 4, '2026-12-31'],
  ['2023-08-11', 7, '2023-08-22'],
];

/** The rules that a deadline rests on, each as it would be found broken. */
const rules: Record<string, (its: Library) => boolean> = {
  'a period ends where the table says [P39 P40 S60]': (its) =>
    vectors.every(([from, workdays, on]) => its.addWorkdays(seeded, from, workdays).on === on),
  'every period of 2004–2026 ends where the oracle says [P39]': (its) =>
    daysApart(7).every((from) => [1, 2, 5, 10, 30].every((count) => its.addWorkdays(seeded, from, count).on === lastDay(from, count))),
  'every day of 2004–2026 is worked or not as announced [P39]': (its) =>
    daysApart(1).every((day) => its.isWorkday(seeded, day) === isWorked(day)),
  'what was added is found between [P39]': (its) =>
    daysApart(31).every((from) => its.workdaysBetween(seeded, from, lastDay(from, 10)).workdays === 10),
  'a day ends at 24:00 in Shanghai, itself included [P12 S77]': (its) => daysApart(31).every((day) => its.endOfDay(day) === dayIsOver(day)),
  'an instant belongs to its day in Shanghai [P12]': (its) =>
    its.shanghaiDateOf('2023-08-25T15:59:59.999Z') === '2023-08-25' && its.shanghaiDateOf('2023-08-25T16:00:00.000Z') === '2023-08-26',
  'past the horizon the ordinary week counts, and is said to be provisional [P40]': (its) => {
    const { on, provisional } = its.addWorkdays(until2025, '2025-12-30', 5);
    return on === '2026-01-06' && provisional && !its.addWorkdays(until2025, '2025-12-30', 1).provisional;
  },
};

const mutants: [what: string, file: string, code: string, mutated: string][] = [
  ['the end is exclusive', 'plain-date', "instantAt(addCalendarDays(date, 1), '00:00')", "instantAt(date, '00:00')"],
  ['the day of receipt counts', 'workdays', 'let left = workdays;', 'let left = workdays - 1;'],
  ['one day more', 'workdays', 'let left = workdays;', 'let left = workdays + 1;'],
  ['between leaves out the last day', 'workdays', 'dayNumber(to) - dayNumber(from), date', 'dayNumber(to) - dayNumber(from) - 1, date'],
  ['the zone is Greenwich', 'plain-date', 'SHANGHAI_OFFSET_MS = 8 *', 'SHANGHAI_OFFSET_MS = 0 *'],
  ['the zone is New York', 'plain-date', 'SHANGHAI_OFFSET_MS = 8 *', 'SHANGHAI_OFFSET_MS = -5 *'],
  ['make-up days are missing', 'working-calendar', "special.kind === 'makeup' ? 'workday' : 'holiday'", "'holiday'"],
  ['holidays are missing', 'working-calendar', "special.kind === 'makeup' ? 'workday' : 'holiday'", "'workday'"],
  ['the week begins a day early', 'plain-date', 'dayNumber(date) + 4', 'dayNumber(date) + 5'],
  ['the horizon is silent', 'workdays', 'due.provisional ||= due.on > calendar.coveredTo;', ''],
  ['past the horizon no day is free', 'workdays', "(kind === 'unknown' && isWeekend(date))", 'false'],
];

const broken = (its: Library): string[] => Object.entries(rules).flatMap(([rule, holds]) => (holds(its) ? [] : [rule]));

describe('the rules of days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-mutants-'));

  /** The library once more for each mutant, with one place of its source changed; all are compiled at once. */
  beforeAll(() => {
    mutants.forEach(([, file, code, mutated], number) => {
      const own = join(folder, 'src', `m${number}`);
      cpSync(__dirname, own, { recursive: true, filter: (path) => !path.endsWith('.spec.ts') });
      const source = readFileSync(join(own, `${file}.ts`), 'utf8');
      expect(source.split(code)).toHaveLength(2);
      writeFileSync(join(own, `${file}.ts`), source.replace(code, mutated));
    });
    const root = join(__dirname, '../../..');
    const options = ['src', '--out-dir', join(folder, 'out'), '--strip-leading-paths', '--config-file', join(root, '.swcrc'), '--quiet'];
    execFileSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), ...options], { cwd: folder });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hold', () => {
    expect(broken(library)).toEqual([]);
  });

  it.each(mutants.map(([what], number) => [what, number] as const))('are seen broken where %s', (_, number) => {
    const mutant = jest.requireActual<Library>(join(folder, 'out', `m${number}`, 'index.js'));
    expect(broken(mutant)).not.toEqual([]);
  });
});
