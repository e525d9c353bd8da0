import type { DataSource } from 'typeorm';
import { seedCodeLists } from './code-lists/seed-code-lists';
import { seedDeadlines } from './deadlines/seed-deadlines';

/** When what the seed brings counts as loaded: before any season begins. */
const LOADED_AT = '2023-07-31T16:00:00.000Z';

/** Calendar, limits and code lists. Idempotent. */
export async function seedAchievements(database: DataSource): Promise<void> {
  await database.transaction(async (manager) => {
    await seedDeadlines(manager, LOADED_AT);
    await seedCodeLists(manager);
  });
}
