import { migrateAsOwner, MigrationConfig, readConfig } from '@dengke/service-kit';
import { database } from './database';
import { loadSeed } from './seed/load-seed';
import { readSeed } from './seed/seed-files';

const config = readConfig(MigrationConfig);

void migrateAsOwner(config, database, async (source) => loadSeed(source, await readSeed(config.profile !== 'production')));
