import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { databaseOptions, PersonalData, readKeyFile, withNewKey, writeKeyFile } from '@dengke/service-kit';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import type { House } from '../house';
import { rotation } from './rotate-keys';

describe('npm run ops -- rotate-keys', () => {
  let database: TestDatabase;
  let source: DataSource;
  let house: House;
  const folder = mkdtempSync(join(tmpdir(), 'dengke-ops-keys-'));
  const keyFile = join(folder, 'keys.json');
  const personal = () => PersonalData.from(keyFile);
  const keys = () => Object.keys(readKeyFile(keyFile).keys);
  const mail = async (): Promise<string> => {
    const [row] = await source.query<{ mail: string }[]>("SELECT mail FROM recipient WHERE personId = 'liu'");
    return row?.mail ?? '';
  };

  beforeAll(async () => {
    database = await aDatabase('ops_keys');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
    for (const table of ['recipient', 'bounced_address']) {
      await source.query(`CREATE TABLE ${table} (personId varchar(64) PRIMARY KEY, mail varchar(1000))`);
    }
    await source.query('CREATE TABLE notice_answer (copyId varchar(64) PRIMARY KEY, filledIn text)');
    house = {
      auditDirectory: folder,
      certificateKeysFile: '',
      payloadKeysFile: '',
      personalKeysFileOf: () => keyFile,
      databaseUrlOf: () => database.url,
    };
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  beforeEach(async () => {
    writeKeyFile(keyFile, withNewKey({ keys: {} }));
    await source.query("REPLACE INTO recipient VALUES ('liu', ?)", [personal().seal('recipient.mail', 'liu', 'liu@demo.example')]);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await source.destroy();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('adds a key and seals with it; what the old one sealed is still read until it is dropped', async () => {
    const old = await mail();
    await rotation(house, ['notifications']);

    expect([await mail(), old].map((sealed) => sealed.split('.')[0])).toEqual(['k2', 'k1']);
    expect([await mail(), old].map((sealed) => personal().open('recipient.mail', 'liu', sealed))).toEqual([
      'liu@demo.example',
      'liu@demo.example',
    ]);
    await rotation(house, ['notifications', '--drop']);
    expect(keys()).toEqual(['k2']);
    expect(personal().open('recipient.mail', 'liu', await mail())).toBe('liu@demo.example');
    expect(() => personal().open('recipient.mail', 'liu', old)).toThrow('There is no key k1');
  });

  it('goes on with the key that an interrupted run has added', async () => {
    writeKeyFile(keyFile, withNewKey(readKeyFile(keyFile)));
    await rotation(house, ['notifications']);

    expect(keys()).toEqual(['k1', 'k2']);
    expect(await mail()).toMatch(/^k2\./);
  });

  it('seals before it drops what a service was still writing with the old key', async () => {
    const late = personal().seal('recipient.mail', 'liu', 'late@demo.example');
    await rotation(house, ['notifications']);
    await source.query('UPDATE recipient SET mail = ?', [late]);
    await rotation(house, ['notifications', '--drop']);

    expect(personal().open('recipient.mail', 'liu', await mail())).toBe('late@demo.example');
  });

  it('drops nothing while a value is not what was sealed, or before there is a new key', async () => {
    await expect(rotation(house, ['notifications', '--drop'])).rejects.toThrow('one key only');
    await rotation(house, ['notifications']);
    await source.query("UPDATE recipient SET mail = 'k1.forged'");
    await expect(rotation(house, ['notifications', '--drop'])).rejects.toThrow('recipient.mail is not sealed');

    expect(keys()).toEqual(['k1', 'k2']);
  });

  it('knows who keeps personal data', async () => {
    await expect(rotation(house, ['gateway'])).rejects.toThrow('accounts, notifications, achievements do');
  });
});
