import { databaseOptions, migrateService, readConfig } from '@dengke/service-kit';
import { AccountsConfig } from './config';
import { database } from './database';
import { loadSeed } from './seed/load-seed';
import { readSeed } from './seed/seed-files';

const { databaseUrl, profile } = readConfig(AccountsConfig);

void migrateService(databaseOptions(databaseUrl, database.entities, database.migrations), async (source) =>
  loadSeed(source, await readSeed(profile !== 'production')),
);
