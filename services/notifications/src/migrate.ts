import { migrateAsOwner, MigrationConfig, readConfig } from '@dengke/service-kit';
import { entities, migrations } from './schema';

void migrateAsOwner(readConfig(MigrationConfig), { entities, migrations });
