import { databaseOptions, migrateService } from '@dengke/service-kit';
import { aDatabase, brokenForReleased } from '@dengke/test-kit';
import { database } from './database';

describe('the schema of accounts', () => {
  it('serves the code of the released version too: a release can be rolled back without its migrations', async () => {
    const own = await aDatabase('released');
    let broken: string[] | undefined;

    await migrateService(databaseOptions(own.url, database.entities, database.migrations), async (migrated) => {
      broken = await brokenForReleased('accounts', migrated);
    });

    expect(broken).toEqual([]);
    await own.drop();
  });
});
