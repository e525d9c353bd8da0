import { databaseOptions, migrateService } from '@dengke/service-kit';
import { aDatabase, brokenForReleased } from '@dengke/test-kit';
import { entities, migrations } from './schema';

describe('the schema of achievements', () => {
  it('serves the code of the released version too: a release can be rolled back without its migrations', async () => {
    const own = await aDatabase('released');
    let broken: string[] | undefined;

    await migrateService(databaseOptions(own.url, entities, migrations), async (migrated) => {
      broken = await brokenForReleased('achievements', migrated);
    });

    expect(broken).toEqual([]);
    await own.drop();
  });
});
