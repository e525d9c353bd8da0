import { databaseOptions, migrateService, readConfig } from '@dengke/service-kit';
import { NotificationsConfig } from './config';
import { entities, migrations } from './schema';

void migrateService(databaseOptions(readConfig(NotificationsConfig).databaseUrl, entities, migrations));
