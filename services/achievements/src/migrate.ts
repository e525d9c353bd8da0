import { databaseOptions, migrateService, readConfig } from '@dengke/service-kit';
import { AchievementsConfig } from './config';
import { entities, migrations } from './schema';
import { seedAchievements } from './seed';

const { databaseUrl, profile } = readConfig(AchievementsConfig);

void migrateService(databaseOptions(databaseUrl, entities, migrations), (database) => seedAchievements(database, profile));
