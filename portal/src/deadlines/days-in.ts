import type { Schemas } from '../api/client';

type Day = Schemas['CalendarChangeDto']['days'][number];

const line = /^(\d{4}-\d{2}-\d{2})\s+(休|班)\s+(\S.*)$/;

/** Days as they are typed, one a line: `2027-01-01 休 元旦`, `2027-02-07 班 春节调休`. @returns also the numbers of the lines that say no day */
export function daysIn(text: string): { days: Day[]; faulty: number[] } {
  const days: Day[] = [];
  const faulty: number[] = [];
  text.split('\n').forEach((one, index) => {
    const [, date, kind, name] = line.exec(one.trim()) ?? [];
    if (date !== undefined && name !== undefined) {
      days.push({ date, kind: kind === '休' ? 'off' : 'makeup', name: name.trim() });
    } else if (one.trim() !== '') {
      faulty.push(index + 1);
    }
  });
  return { days, faulty };
}
