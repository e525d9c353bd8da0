import { databaseOptions, migrateService } from '@dengke/service-kit';
import { aDatabase, brokenForReleased } from '@dengke/test-kit';
import { entities, migrations } from './schema';

/** Of the register's search: they write what the code of before does not know (register-search.spec.ts), so it is found too. */
const keeping = ['AFTER INSERT register_terms_of_new', 'AFTER UPDATE register_terms_of_changed'];

describe('the schema of achievements', () => {
  it('serves the code of the released version too: a release can be rolled back without its migrations', async () => {
    const own = await aDatabase('released');
    let broken: string[] | undefined;

    await migrateService(databaseOptions(own.url, entities, migrations), async (migrated) => {
      broken = await brokenForReleased('achievements', migrated, keeping);
    });

    expect(broken).toEqual([]);
    await own.drop();
  });
});
