import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = { date: string; kind: 'off' | 'makeup' };

const DAY = 24 * 60 * 60 * 1000;
const file = join(__dirname, '../../../services/achievements/seed/calendar.json');
const { days } = JSON.parse(readFileSync(file, 'utf8')) as { days: Row[] };
const listed = new Map(days.map(({ date, kind }) => [date, kind]));

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const following = (day: string): string => new Date(at(day).getTime() + DAY).toISOString().slice(0, 10);

/** Written from the announcements' rows and nothing else: shares no line with the library that it judges (P39). */
export function isWorked(day: string): boolean {
  const kind = listed.get(day);
  return kind === undefined ? ![0, 6].includes(at(day).getUTCDay()) : kind === 'makeup';
}

/** The last day of so many working days after a day, which does not count itself. */
export function lastDay(from: string, workdays: number): string {
  let day = from;
  for (let counted = 0; counted < workdays; counted += isWorked(day) ? 1 : 0) {
    day = following(day);
  }
  return day;
}

/** The first instant after a day by the clock of Shanghai, eight hours ahead. */
export const dayIsOver = (day: string): string => new Date(at(day).getTime() + DAY - 8 * 60 * 60 * 1000).toISOString();

/** Every so many days of what is covered, with room for a period behind each. */
export const daysApart = (apart: number): string[] => {
  const all: string[] = [];
  for (let time = at('2004-01-01').getTime(); time <= at('2026-11-15').getTime(); time += apart * DAY) {
    all.push(new Date(time).toISOString().slice(0, 10));
  }
  return all;
};
