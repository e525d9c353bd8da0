import { migrateAsOwner, MigrationConfig, readConfig } from '@dengke/service-kit';
import { entities, migrations, writtenOnce } from './schema';
import { seedAchievements } from './seed';

const config = readConfig(MigrationConfig);

void migrateAsOwner(config, { entities, migrations, writtenOnce }, (database) => seedAchievements(database, config.profile));
