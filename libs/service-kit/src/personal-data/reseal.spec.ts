import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { databaseOptions } from '../database/database-options';
import { readKeyFile, withNewKey, writeKeyFile } from './keyring';
import { PersonalData } from './personal-data';
import { reseal, sealPlain } from './reseal';

const PEOPLE = 612;

/** What else accounts keeps sealed, and has none of here. */
const emptyTables = [
  ['credential_application', ['mobile', 'mail']],
  ['organiser_application', ['leaderMobile', 'headMobile', 'headMail', 'staffMobile', 'staffMail']],
] as const;

describe('sealing with a new key', () => {
  let schema: TestDatabase;
  let database: DataSource;
  const folder = mkdtempSync(join(tmpdir(), 'dengke-keys-'));
  const path = join(folder, 'keys.json');
  let personal: PersonalData;
  const rotate = () => writeKeyFile(path, withNewKey(readKeyFile(path)));
  const mobileOf = (at: number) => `139${String(at).padStart(8, '0')}`;
  const keysInUse = async () =>
    (
      await database.query<{ used: string }[]>(
        "SELECT DISTINCT SUBSTRING_INDEX(mobile, '.', 1) AS used FROM person WHERE mobile IS NOT NULL",
      )
    ).map(({ used }) => used);
  const mobile = async (id: string) => {
    const [row] = await database.query<{ mobile: string }[]>('SELECT mobile FROM person WHERE id = ?', [id]);
    return personal.open('person.mobile', id, row?.mobile ?? '');
  };

  beforeAll(async () => {
    schema = await aDatabase('reseal');
    database = await new DataSource(databaseOptions(schema.url, [], [])).initialize();
    await database.query('CREATE TABLE person (id varchar(64) PRIMARY KEY, mobile varchar(160), mail varchar(1000), mobileIndex char(64))');
    await database.query('CREATE TABLE totp_secret (personId varchar(64) PRIMARY KEY, secret varchar(255), begun varchar(255))');
    for (const [table, columns] of emptyTables) {
      await database.query(`CREATE TABLE ${table} (id varchar(64) PRIMARY KEY, ${columns.map((column) => `${column} text`).join(', ')})`);
    }
  });
  beforeEach(async () => {
    writeKeyFile(path, withNewKey({ keys: {} }));
    personal = PersonalData.from(path);
    await database.query('TRUNCATE TABLE person');
    await database.query(
      "INSERT INTO person SELECT CONCAT('p', seq), CONCAT('139', LPAD(seq, 8, '0')), CONCAT('p', seq, '@demo.example'), NULL FROM seq_1_to_612",
    );
    await database.query("INSERT INTO person VALUES ('nobody', NULL, NULL, NULL)");
    await sealPlain({ database, personal, service: 'accounts' });
  });
  afterAll(async () => {
    await database.destroy();
    await schema.drop();
    rmSync(folder, { recursive: true });
  });

  it('begins with what was written before there were keys', async () => {
    expect(await keysInUse()).toEqual(['k1']);
    expect(await mobile('p77')).toBe(mobileOf(77));
    expect(
      await database.query('SELECT id FROM person WHERE mobileIndex IN (?)', [personal.indexes('person.mobile', mobileOf(77))]),
    ).toEqual([{ id: 'p77' }]);
  });

  it('takes every row and its index over to the new key, and finds nobody twice', async () => {
    rotate();
    let sealed = 0;
    await reseal({ database, personal, service: 'accounts', tell: (count) => (sealed += count) });

    expect(sealed).toBe(2 * PEOPLE);
    expect(await keysInUse()).toEqual(['k2']);
    expect(await mobile('p612')).toBe(mobileOf(612));
    expect(await database.query('SELECT id FROM person WHERE mobileIndex = ?', [personal.index('person.mobile', mobileOf(5))])).toEqual([
      { id: 'p5' },
    ]);
  });

  it('goes on after an interruption; rows of both keys are read meanwhile', async () => {
    rotate();
    let batches = 0;
    const interrupted = reseal({
      ...{ database, personal, service: 'accounts' },
      tell: () => {
        batches += 1;
        if (batches === 2) {
          throw new Error('the machine went down');
        }
      },
    });
    await expect(interrupted).rejects.toThrow('went down');

    expect((await keysInUse()).sort()).toEqual(['k1', 'k2']);
    for (const at of [1, 200, 400, PEOPLE]) {
      expect(await mobile(`p${at}`)).toBe(mobileOf(at));
    }
    await reseal({ database, personal, service: 'accounts' });
    expect(await keysInUse()).toEqual(['k2']);
  });

  it('never overwrites what the service writes meanwhile, and seals it too if it was written with the old key', async () => {
    const old = personal.seal('person.mobile', 'p600', '13000000001');
    rotate();
    let isFirst = true;
    const query = database.query.bind(database);
    jest.spyOn(database, 'query').mockImplementation(async (sql: string, ...others: unknown[]) => {
      const rows: unknown = await query(sql, ...(others as [unknown[]]));
      if (isFirst && sql.startsWith('SELECT id AS')) {
        isFirst = false;
        await query('UPDATE person SET mobile = ? WHERE id = ?', [old, 'p600']);
        await query('UPDATE person SET mobile = ? WHERE id = ?', [personal.seal('person.mobile', 'p1', '13000000002'), 'p1']);
      }
      return rows;
    });
    await reseal({ database, personal, service: 'accounts' });
    jest.restoreAllMocks();

    expect([await mobile('p600'), await mobile('p1')]).toEqual(['13000000001', '13000000002']);
    expect(await keysInUse()).toEqual(['k2']);
  });

  it('stops at a value that was changed or put in unsealed', async () => {
    rotate();
    await database.query("UPDATE person SET mail = 'forged@demo.example' WHERE id = 'p5'");
    await expect(reseal({ database, personal, service: 'accounts' })).rejects.toThrow('person.mail is not sealed');

    await database.query("UPDATE person a JOIN person b ON b.id = 'p6' SET a.mail = b.mail WHERE a.id = 'p5'");
    await expect(reseal({ database, personal, service: 'accounts' })).rejects.toThrow('person.mail is not what was sealed here');
  });
});
