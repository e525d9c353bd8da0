import { DataSource } from 'typeorm';
import { databaseOptions, Ledger, migrateService, PersonalData, RelayBell } from '@dengke/service-kit';
import { aDatabase, anEnvironment } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { passwordFaultsOf } from '../credentials/password-rules';
import { database as schema } from '../database';
import { needsSecondFactor } from '../second-factor/second-factor-rules';
import { loadSeed } from './load-seed';
import { readSeed } from './seed-files';
import type { Seed } from './seed-files';

const personal = PersonalData.from(anEnvironment()['DENGKE_PERSONAL_KEYS_FILE'] ?? '');

const tables = [
  'organisation',
  'unit',
  'review_route',
  'route_leg',
  'person',
  'held_position',
  'credential',
  'totp_secret',
  'ledger_entry',
];

describe('the seed', () => {
  let own: TestDatabase;
  let database: DataSource;
  beforeEach(async () => {
    own = await aDatabase('accounts_seed');
    const options = databaseOptions(own.url, schema.entities, schema.migrations);
    await migrateService(options);
    database = await new DataSource(options).initialize();
  });
  afterEach(async () => {
    await database.destroy();
    await own.drop();
  });

  const counts = async () => {
    const rows = await Promise.all(tables.map((table) => database.query<{ n: number }[]>(`select count(*) as n from ${table}`)));
    return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]?.n ?? -1]));
  };
  const changed = (seed: Seed, change: (copy: Seed) => void): Seed => {
    const copy = structuredClone(seed);
    change(copy);
    return copy;
  };

  it('holds the province: one of 科技部 and 省科技厅, eleven cities, 长治’s twelve counties, its organisers and units of each kind of route', async () => {
    await loadSeed(database, await readSeed(true), personal);
    const kinds = await database.query<{ kind: string; n: number }[]>('select kind, count(*) as n from organisation group by kind');

    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toMatchObject({
      ministry: 1,
      department: 1,
      municipal: 11,
      county: 12,
      organiser: 4,
    });
    const units = await database.query<{ id: string }[]>(
      "select id from review_route where id in ('R-city', 'R-bureau', 'R-default', 'R-own')",
    );
    expect(units).toHaveLength(4);
  });

  it('is loaded twice without a second row, a second ledger entry or a changed one', async () => {
    const seed = await readSeed(true);
    await loadSeed(database, seed, personal);
    const before = [await counts(), await database.query<unknown[]>('checksum table credential, ledger_entry, organisation')];
    await loadSeed(database, seed, personal);

    expect([await counts(), await database.query<unknown[]>('checksum table credential, ledger_entry, organisation')]).toEqual(before);
  });

  it('adds only what is new and leaves alone what people have changed', async () => {
    const seed = await readSeed(true);
    const earlier = changed(seed, (copy) => {
      copy.units = seed.units.filter(({ id }) => id !== 'unit-zhangling-coal');
      copy.people = seed.people.filter(({ positions }) => positions[0]?.organisationId !== 'unit-zhangling-coal');
    });
    await loadSeed(database, earlier, personal);
    await database.query("update organisation set name = '改名' where id = 'org-sx-energy'");
    await loadSeed(database, seed, personal);
    const names = await database.query<{ name: string }[]>(
      "select name from organisation where id in ('org-sx-energy', 'unit-zhangling-coal') order by id",
    );

    expect(names.map(({ name }) => name)).toEqual(['改名', '长治市漳岭煤业有限公司']);
  });

  it('is loaded again though somebody has left a desk or a unit has nobody yet, but brings no desk without people itself', async () => {
    const seed = await readSeed(true);
    const isOf = (id: string) => (person: Seed['people'][number]) => person.positions[0]?.organisationId === id;
    const unstaffed = changed(seed, (copy) => {
      copy.people = seed.people.filter((person) => !isOf('unit-zhangling-coal')(person));
    });
    await expect(loadSeed(database, unstaffed, personal)).rejects.toThrow('unit-zhangling-coal deskUnstaffed');

    await loadSeed(database, seed, personal);
    await database.query("update held_position set endedAt = grantedAt where organisationId = 'unit-zhangling-coal'");
    await expect(loadSeed(database, seed, personal)).resolves.toBeUndefined();
  });

  it('leaves invented units, people and their second factors out of production, and keeps organisations and routes', async () => {
    const seed = await readSeed(false);
    await loadSeed(database, seed, personal);
    expect(await counts()).toMatchObject({ organisation: 29, review_route: 4, unit: 0, person: 0, held_position: 0 });
    expect(await counts()).toMatchObject({ credential: 0, totp_secret: 0 });
    expect(JSON.stringify(seed)).not.toContain('totpSecret');
  });

  it('enrols an authenticator app for every demonstration person who needs a second factor, each its own', async () => {
    const seed = await readSeed(true);
    const { people } = seed;
    await loadSeed(database, seed, personal);
    const secrets = people.flatMap(({ totpSecret }) => totpSecret ?? []);
    const [enrolled] = await database.query<{ n: number }[]>(
      'select count(*) as n from totp_secret where secret is not null and lastStep is null',
    );

    expect(people.filter(({ positions, totpSecret }) => needsSecondFactor(positions) !== /^[A-Z2-7]{32}$/.test(totpSecret ?? ''))).toEqual(
      [],
    );
    expect(new Set(secrets).size).toBe(secrets.length);
    expect(enrolled?.n).toBe(secrets.length);
  });

  it('enrols an app for those whom an earlier seed brought without, and leaves alone one that is there', async () => {
    const seed = await readSeed(true);
    await loadSeed(database, seed, personal);
    const [kept] = await database.query<unknown[]>("select * from totp_secret where personId = 'person-most-1'");
    await database.query("delete from totp_secret where personId = 'person-sx-kjt-1'");
    await loadSeed(database, seed, personal);

    expect(await database.query("select personId from totp_secret where personId = 'person-sx-kjt-1'")).toHaveLength(1);
    expect(await database.query("select * from totp_secret where personId = 'person-most-1'")).toEqual([kept]);
  });

  it('writes every organisation and position into a whole ledger, one chain per organisation, ids only', async () => {
    await loadSeed(database, await readSeed(true), personal);
    const { organisation = 0, held_position = 0, ledger_entry } = await counts();
    const details = await database.query<unknown[]>('select detail from ledger_entry');
    const ledger = new Ledger(database, new RelayBell());

    expect(ledger_entry).toBe(organisation + held_position);
    expect(JSON.stringify(details)).not.toMatch(/[\u4e00-\u9fff]|199\d{8}|@/);
    expect(await ledger.verify('organisation/org-sx-energy')).toBeNull();
    expect(await database.query('select distinct subject from ledger_entry where subject not like "organisation/%"')).toEqual([]);
  });

  it.each<[string, (seed: Seed) => void]>([
    ['an organisation hangs on nothing', ({ organisations }) => Object.assign(organisations[2] ?? {}, { noticeParent: null })],
    [
      'an organisation is its own superior',
      ({ organisations }) => Object.assign(organisations[1] ?? {}, { credentialParent: 'org-sx-energy' }),
    ],
    ['a node has no contact', ({ organisations }) => Object.assign(organisations[5]?.contact ?? {}, { phone: '' })],
    ['a desk is a county', ({ routes }) => Object.assign(routes[0]?.legs[1] ?? {}, { organisation: 'org-cz-luzhou-energy' })],
    [
      'an area has no municipal bureau',
      ({ organisations }) =>
        organisations.splice(
          organisations.findIndex(({ id }) => id === 'org-datong-energy'),
          1,
        ),
    ],
    ['a desk is empty', (seed) => Object.assign(seed, { people: seed.people.filter(({ id }) => !id.startsWith('person-datong-energy')) })],
    [
      'an organiser has no super administrator',
      (seed) => Object.assign(seed, { people: seed.people.filter(({ id }) => id !== 'person-sx-industry-admin') }),
    ],
  ])('is refused as a whole when %s', async (_, breakIt) => {
    const broken = changed(await readSeed(true), breakIt);

    await expect(loadSeed(database, broken, personal)).rejects.toThrow();
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true);
  });

  it('gives demonstration people a password that meets the rules of every position', async () => {
    const { people, password } = await readSeed(true);
    expect(people.flatMap(({ login, positions }) => passwordFaultsOf(password, login, positions))).toEqual([]);
  });

  it('stands on a schema that is what the entities say, and can be taken back', async () => {
    await database.query('create table typeorm_metadata (type text, `database` text, `schema` text, `table` text, name text, value text)');
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    const known =
      /superAdminOf|endedKey|separatedOf|openId|livesIn|position_one|position_once|organisation_open|position_in_open_organisation|approvedName|organiser_application_once/;
    expect(upQueries.map(({ query }) => query).filter((query) => !known.test(query))).toEqual([]);

    for (let undone = 0; undone < schema.migrations.length; undone += 1) {
      await database.undoLastMigration();
    }
    const left = await database.query<{ name: string }[]>(
      'select table_name as name from information_schema.tables where table_schema = ? order by 1',
      [own.schema],
    );
    expect(left.map(({ name }) => name)).toEqual(['migrations', 'typeorm_metadata']);
  });
});
