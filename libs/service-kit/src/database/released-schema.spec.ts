import { DataSource } from 'typeorm';
import { aDatabase, breaksFor, schemaOf } from '@dengke/test-kit';
import type { ReleasedSchema, TestDatabase } from '@dengke/test-kit';
import { databaseOptions } from './database-options';

const TABLE = 'CREATE TABLE thing (id INT NOT NULL AUTO_INCREMENT, name VARCHAR(40) NOT NULL, note TEXT NULL, PRIMARY KEY (id))';

/** Each bites, or does not, as code of before would notice. */
describe('what a migration does to the code of before', () => {
  let database: TestDatabase;
  let source: DataSource;
  let released: ReleasedSchema;

  beforeAll(async () => {
    database = await aDatabase('old_code');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
  });
  beforeEach(async () => {
    await source.query('DROP TABLE IF EXISTS part');
    await source.query('DROP TABLE IF EXISTS thing');
    await source.query(TABLE);
    released = await schemaOf(source);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const breaks = async (change: string): Promise<string[]> => {
    await source.query(change);
    return breaksFor(released, await schemaOf(source));
  };

  it.each([
    ['a new table', 'CREATE TABLE part (id INT NOT NULL PRIMARY KEY)'],
    ['a column that may be left out', 'ALTER TABLE thing ADD COLUMN trace CHAR(55) NULL, ADD COLUMN rank INT NOT NULL DEFAULT 0'],
    ['a new JSON', 'ALTER TABLE thing ADD COLUMN detail JSON NULL'],
    ['a wider text', 'ALTER TABLE thing MODIFY name VARCHAR(80) NOT NULL'],
    ['an index', 'ALTER TABLE thing ADD INDEX thing_name (name)'],
    ['what is unique together with a new column', 'ALTER TABLE thing ADD COLUMN rank INT NULL, ADD UNIQUE KEY thing_rank (name, rank)'],
  ])('is nothing: %s', async (_, change) => {
    expect(await breaks(change)).toEqual([]);
  });

  it.each([
    ['a table that is gone', 'RENAME TABLE thing TO part', 'thing is gone'],
    ['a column that is gone', 'ALTER TABLE thing DROP COLUMN note', 'thing.note is gone'],
    ['a column that must be given', 'ALTER TABLE thing ADD COLUMN rank INT NOT NULL', 'thing.rank is new and must be given'],
    ['a narrower text', 'ALTER TABLE thing MODIFY name VARCHAR(20) NOT NULL', 'thing.name was varchar(40) and is varchar(20)'],
    ['a null that is refused', 'ALTER TABLE thing MODIFY note TEXT NOT NULL', 'thing.note takes no null any more'],
    ['a null that nobody expects', 'ALTER TABLE thing MODIFY name VARCHAR(40) NULL', 'thing.name may be null, which it never was'],
    ['a uniqueness that nobody knew', 'ALTER TABLE thing ADD UNIQUE KEY thing_name (name)', 'thing: name must newly be unique'],
    ['a check', 'ALTER TABLE thing ADD CONSTRAINT short CHECK (char_length(name) < 9)', 'thing: newly guarded by char_length(`name`) < 9'],
    ['a trigger', 'CREATE TRIGGER kept BEFORE DELETE ON thing FOR EACH ROW SET @x = 1', 'thing: newly guarded by BEFORE DELETE kept'],
  ])('is told: %s', async (_, change, fault) => {
    expect(await breaks(change)).toContain(fault);
  });
});
