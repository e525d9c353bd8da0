/** A reminder round without its reading: what is due is worked out here, so that only notifications is measured. */
import type { DueRow, NotificationsActivities } from '@dengke/contract';
import { proxyActivities } from '@temporalio/workflow';

export interface Pages {
  on: string;
  at: string;
  people: number;
  /** Of the day's reminders, counted through. */
  from: number;
  to: number;
}

/** As achievements pages them. */
const perPage = 3_000;
/** As the round notes pages of submissions. */
const pagesAtOnce = 2;
const { noteReminders, sendDigests } = proxyActivities<NotificationsActivities>({ taskQueue: 'notifications', startToCloseTimeout: '30s' });

export async function noteDue({ on, at, people, from, to }: Pages): Promise<number> {
  let noted = 0;
  const page = (begin: number): DueRow[] =>
    Array.from({ length: Math.max(0, Math.min(perPage, to - begin)) }, (_, index) => dueOf(begin + index, people));
  for (let begin = from; begin < to; begin += pagesAtOnce * perPage) {
    const pages = Array.from({ length: pagesAtOnce }, (_, nth) => page(begin + nth * perPage)).filter(({ length }) => length > 0);
    const answers = await Promise.all(pages.map((due) => noteReminders({ on, at, due })));
    noted += answers.reduce((sum, answer) => sum + answer.noted, 0);
  }
  return noted;
}

export async function sendAll(round: { on: string; at: string }): Promise<number> {
  return (await sendDigests(round)).people;
}

function dueOf(which: number, people: number): DueRow {
  const serial = `2023-${String(which).padStart(6, '0')}`;
  const rungs = ['before-5', 'before-3', 'before-1', 'due-day', 'overdue-1'] as const;
  return [
    `0189a000-0000-7000-8000-${String(which).padStart(12, '0')}`,
    rungs[which % rungs.length] ?? 'due-day',
    `submission/${serial}`,
    null,
    `bench-person-${which % people}`,
    '2023-08-25',
  ];
}
