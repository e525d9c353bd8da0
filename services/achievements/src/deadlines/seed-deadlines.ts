import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDay } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { CalendarDayRow } from './calendar-day.entity';
import { CalendarVersion } from './calendar-version.entity';
import { LimitRule } from './limit-rule.entity';

const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(__dirname, '../../seed', name), 'utf8')) as T;

/** Loads the working-day calendar and the limit rows; done again, it leaves the same rows. @throws Error when a limit that is there would change */
export async function seedDeadlines(manager: EntityManager, loadedAt: Instant): Promise<void> {
  const { limits } = await read<{ limits: (Omit<LimitRule, 'about'> & { kind: LimitRule['about'] })[] }>('limits.json');
  await seedLimits(
    manager,
    limits.map(({ kind, ...limit }) => ({ ...limit, about: kind })),
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

/**
 * Deadlines explain themselves by the row they started with (P32), so a row that is there stays as it is; only its last day may be added. A
 * changed limit is a new row.
 * @throws Error naming the row that would change
 */
export async function seedLimits(manager: EntityManager, limits: readonly LimitRule[]): Promise<void> {
  for (const limit of limits) {
    const known = await manager.findOneBy(LimitRule, { id: limit.id });
    if (known === null) {
      await manager.insert(LimitRule, limit);
      continue;
    }
    const changed = (Object.keys(limit) as (keyof LimitRule)[]).filter(
      (column) => known[column] !== limit[column] && !(column === 'effectiveTo' && known.effectiveTo === null),
    );
    if (changed.length > 0) {
      throw new Error(
        `seed/limits.json changes ${changed.join(', ')} of ${limit.id}, by which deadlines explain themselves: add a row with a new id and its effectiveFrom, and end this one with effectiveTo`,
      );
    }
    await manager.update(LimitRule, { id: limit.id }, { effectiveTo: limit.effectiveTo });
  }
}
