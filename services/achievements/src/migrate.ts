import { migrateAsOwner, MigrationConfig, readConfig } from '@dengke/service-kit';
import { entities, migrations, procedures, writtenOnce } from './schema';
import { seedAchievements } from './seed';

const config = readConfig(MigrationConfig);

void migrateAsOwner(config, { entities, migrations, writtenOnce, procedures }, (database) => seedAchievements(database, config.profile));
