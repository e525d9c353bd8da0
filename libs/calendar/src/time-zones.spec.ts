import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const swc = join(root, 'node_modules/@swc/cli/bin/swc.js');
const seed = join(root, 'services/achievements/seed/calendar.json');

/** Walks every day of the coverage; `zone` is what a careless local getter would have used, and shows that the zone took effect. */
const program = `
  const [library, seed] = process.argv.slice(1);
  const calendar = require(library);
  const loaded = calendar.workingCalendar(require(seed));
  const answers = [];
  for (let date = loaded.coveredFrom; date <= loaded.coveredTo; date = calendar.addCalendarDays(date, 1)) {
    const { on, provisional } = calendar.addWorkdays(loaded, date, 7);
    const back = date < '2004-02-01' ? null : calendar.subtractWorkdays(loaded, date, 3).on;
    answers.push([date, calendar.isWorkday(loaded, date), on, provisional, back, calendar.endOfDay(date), calendar.shanghaiDateOf(date + 'T17:30:00Z')]);
  }
  const digest = require('node:crypto').createHash('sha256').update(JSON.stringify(answers)).digest('hex');
  console.log(JSON.stringify({
    zone: new Date('2026-03-07T00:00:00Z').getTimezoneOffset(),
    days: answers.length,
    digest,
    saturday: calendar.isWorkday(loaded, '2026-03-07'),
    afterNationalDay: calendar.addWorkdays(loaded, '2026-09-30', 1).on,
  }));
`;

type Answer = { zone: number; days: number; digest: string; saturday: boolean; afterNationalDay: string };

describe('the calendar in other time zones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-calendar-'));
  const library = join(folder, 'index.js');

  const answersIn = (zone: string): Answer =>
    JSON.parse(execFileSync(process.execPath, ['-e', program, library, seed], { env: { TZ: zone }, encoding: 'utf8' })) as Answer;

  beforeAll(() => {
    const options = [
      '--out-dir',
      folder,
      '--strip-leading-paths',
      '--config-file',
      join(root, '.swcrc'),
      '--ignore',
      '**/*.spec.ts',
      '--quiet',
    ];
    execFileSync(process.execPath, [swc, 'src', ...options], { cwd: join(__dirname, '..') });
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the same answers for every covered day wherever the host is, with summer time and without, east and west [P39]', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata'];
    const [utc, ...others] = zones.map(answersIn);

    expect([utc, ...others].map((answer) => answer?.zone)).toEqual([0, -480, 300, -840, -330]);
    expect(utc).toMatchObject({ days: 8401, saturday: false, afterNationalDay: '2026-10-08' });
    expect(others.map((answer) => ({ ...answer, zone: 0 }))).toEqual(others.map(() => utc));
  }, 60_000);
});
