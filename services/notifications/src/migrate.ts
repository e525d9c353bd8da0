import { migrateAsOwner, PersonalData, readConfig, sealPlain } from '@dengke/service-kit';
import { NotificationsMigrationConfig } from './config';
import { entities, migrations } from './schema';

const config = readConfig(NotificationsMigrationConfig);
const personal = PersonalData.from(config.personalKeysFile);

void migrateAsOwner(config, { entities, migrations }, (database) => sealPlain({ database, personal, service: 'notifications' }));
