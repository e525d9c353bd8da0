import { migrateAsOwner, PersonalData, readConfig, sealPlain } from '@dengke/service-kit';
import { AccountsMigrationConfig } from './config';
import { database } from './database';
import { loadSeed } from './seed/load-seed';
import { readSeed } from './seed/seed-files';

const config = readConfig(AccountsMigrationConfig);
const personal = PersonalData.from(config.personalKeysFile);

void migrateAsOwner(config, database, async (source) => {
  await sealPlain({ database: source, personal, service: 'accounts' });
  await loadSeed(source, await readSeed(config.profile !== 'production'), personal);
});
