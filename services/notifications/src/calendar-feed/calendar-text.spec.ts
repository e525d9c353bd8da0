import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

const root = join(__dirname, '../../../..');
const { code } = transformFileSync(join(__dirname, 'calendar-text.ts'), { configFile: join(root, '.swcrc') });

/** Prints the host's offset in March, and the text. */
const program = `${code}
const days = [['a', '2023-09-28'], ['b', '2024-02-29'], ['c', '2026-03-08'], ['d', '2023-12-31']];
const text = calendarText(days.map(([uid, on]) => ({ uid, on, summary: '通知反馈，到期；' + '很长'.repeat(60), url: 'http://dengke.example/' })), '2023-09-12T02:00:00.000Z');
console.log(JSON.stringify({ offset: new Date('2026-03-07T00:00:00Z').getTimezoneOffset(), text }));`;

type Answer = { offset: number; text: string };

describe('the text of a calendar', () => {
  const textIn = (zone: string): Answer =>
    JSON.parse(execFileSync(process.execPath, ['-e', program], { env: { TZ: zone }, encoding: 'utf8', cwd: root })) as Answer;

  it('is the same in five time zones of the host, each deadline a day of the civil calendar [P39]', () => {
    const answers = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map(textIn);

    expect(answers.map(({ offset }) => offset)).toEqual([0, -480, 300, -840, 660]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.text.match(/DT(?:START|END);VALUE=DATE:\d+/g)).toEqual([
      ...['DTSTART;VALUE=DATE:20230928', 'DTEND;VALUE=DATE:20230929', 'DTSTART;VALUE=DATE:20240229', 'DTEND;VALUE=DATE:20240301'],
      ...['DTSTART;VALUE=DATE:20260308', 'DTEND;VALUE=DATE:20260309', 'DTSTART;VALUE=DATE:20231231', 'DTEND;VALUE=DATE:20240101'],
    ]);
  });
});
