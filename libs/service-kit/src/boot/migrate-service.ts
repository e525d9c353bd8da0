import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';

/** All of migrate.ts: pending migrations, then the idempotent seed. @returns the names of the migrations that ran */
export async function migrateService(options: DataSourceOptions, seed?: (database: DataSource) => Promise<void>): Promise<string[]> {
  const database = await new DataSource(options).initialize();
  try {
    const applied = await database.runMigrations({ transaction: 'each' });
    await seed?.(database);
    return applied.map(({ name }) => name);
  } finally {
    await database.destroy();
  }
}
