import type { DataSource } from 'typeorm';
import { seedCodeLists } from './code-lists/seed-code-lists';
import { seedDeadlines } from './deadlines/seed-deadlines';
import { seedWindows } from './windows/seed-windows';

/** When what the seed brings counts as loaded: before any season begins. */
const LOADED_AT = '2023-07-31T16:00:00.000Z';

/** Calendar, limits, code lists and, but in a season whose registrar announces them himself, the windows. Idempotent. */
export async function seedAchievements(database: DataSource, profile: 'local' | 'season' | 'production'): Promise<void> {
  await database.transaction(async (manager) => {
    await seedDeadlines(manager, LOADED_AT);
    await seedCodeLists(manager);
  });
  if (profile !== 'season') {
    await seedWindows(database);
  }
}
