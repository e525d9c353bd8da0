import { migrateAsOwner, MigrationConfig, readConfig } from '@dengke/service-kit';
import { entities, migrations } from './schema';
import { seedAchievements } from './seed';

const config = readConfig(MigrationConfig);

void migrateAsOwner(config, { entities, migrations }, (database) => seedAchievements(database, config.profile));
