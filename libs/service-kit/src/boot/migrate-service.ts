import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { MigrationConfig } from '../config/service-config';
import { databaseOptions } from '../database/database-options';
import { grantService } from '../database/grants';

type Seed = (database: DataSource) => Promise<void>;
type Classes = Parameters<typeof databaseOptions>[1];

/** What a service's schema.ts says of it. */
interface Schema {
  entities: Classes;
  migrations: Classes;
  writtenOnce?: readonly string[];
  procedures?: readonly string[];
}

/** All of migrate.ts: pending migrations, then what the service's own user may do, then the idempotent seed. */
export async function migrateAsOwner(
  { migrationUrl, databaseUrl }: MigrationConfig,
  { entities, migrations, writtenOnce, procedures }: Schema,
  seed?: Seed,
): Promise<void> {
  const { username } = new URL(databaseUrl);
  await migrateService(databaseOptions(migrationUrl, entities, migrations), async (database) => {
    await grantService(database, username, writtenOnce, procedures);
    await seed?.(database);
  });
}

/** Pending migrations, then the idempotent seed. @returns the names of the migrations that ran */
export async function migrateService(options: DataSourceOptions, seed?: Seed): Promise<string[]> {
  const database = await new DataSource(options).initialize();
  try {
    const applied = await database.runMigrations({ transaction: 'each' });
    await seed?.(database);
    return applied.map(({ name }) => name);
  } finally {
    await database.destroy();
  }
}
