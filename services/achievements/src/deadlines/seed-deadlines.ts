import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDay } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';
import { LimitRule } from './limit-rule.entity';

const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(__dirname, '../../seed', name), 'utf8')) as T;

/** Loads the working-day calendar and the limit rows; done again, it leaves the same rows. */
export async function seedDeadlines(manager: EntityManager, loadedAt: Instant): Promise<void> {
  const { limits } = await read<{ limits: (Omit<LimitRule, 'about'> & { kind: LimitRule['about'] })[] }>('limits.json');
  await manager.upsert(
    LimitRule,
    limits.map(({ kind, ...limit }) => ({ ...limit, about: kind })),
    ['id'],
  );

  const calendar = await read<{ version: number; coveredFrom: string; coveredTo: string; origin: string; days: CalendarDay[] }>(
    'calendar.json',
  );
  const { version, coveredFrom, coveredTo, origin, days } = calendar;
  if (await manager.existsBy(CalendarVersion, { version })) {
    return;
  }
  await manager.insert(
    CalendarDayRow,
    days.map(({ date, ...day }) => ({ version, day: date, ...day })),
  );
  await manager.insert(CalendarVersion, { version, coveredFrom, coveredTo, loadedAt, source: origin.slice(0, 200) });
}
