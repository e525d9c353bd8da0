import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOptions, PersonalData, ServiceClient } from '@dengke/service-kit';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { DataSource } from 'typeorm';
import type { House } from '../house';
import { exported } from './export';

const reason = '换用别的系统';

describe('npm run ops -- export', () => {
  let database: TestDatabase;
  let source: DataSource;
  let house: House;
  let folder: string;
  let server: Server;
  let asked: { url: string; body: unknown }[];
  let status: number;

  beforeAll(async () => {
    database = await aDatabase('ops_export');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
    folder = await mkdtemp(join(tmpdir(), 'dengke-export-'));
    const keys = join(folder, 'keys.json');
    await writeFile(keys, JSON.stringify({ current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64url') } }));
    await mkdir(join(folder, 'files'));
    await writeFile(join(folder, 'files', 'evidence.pdf'), '%PDF');
    const column = 'VARCHAR(200) NULL';
    await source.query(
      `CREATE TABLE person (id VARCHAR(20) PRIMARY KEY, name ${column}, mobile ${column}, since DATE, at DATETIME(3), form JSON)`,
    );
    const mobile = PersonalData.from(keys).seal('person.mobile', 'p1', '13900001234');
    const row = ['p1', '演示人员', mobile, '2023-08-15', new Date('2023-08-15T01:00:00.000Z'), '{"a":1}'];
    await source.query('INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)', row);
    await source.query(`CREATE TABLE credential (login VARCHAR(20) PRIMARY KEY, passwordHash ${column})`);
    await source.query("INSERT INTO credential VALUES ('p1', 'argon2')");
    await source.query('CREATE TABLE session (id VARCHAR(20) PRIMARY KEY)');
    house = {
      ...{ auditDirectory: '', certificateKeysFile: '', payloadKeysFile: '' },
      ...{ personalKeysFileOf: () => keys, databaseUrlOf: () => database.url },
    };
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        asked.push({ url: request.url ?? '', body: JSON.parse(text) });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  });
  beforeEach(() => {
    asked = [];
    status = 204;
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
    await source.destroy();
    await database.drop();
  });
  const client = () => new ServiceClient([`http://127.0.0.1:${(server.address() as AddressInfo).port}`], 'secret');
  const take = (...args: string[]): Promise<number> =>
    exported(house, join(folder, 'files'), { accounts: client(), achievements: client(), notifications: client() }, args);

  it('writes each row as a line, personal data opened, and the files; what opens doors stays', async () => {
    const into = join(folder, 'all');

    expect(await take(into, '--reason', reason)).toBe(0);

    const lines = async (table: string): Promise<unknown[]> =>
      (await readFile(join(into, 'accounts', `${table}.jsonl`), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    expect(await lines('person')).toEqual([
      { id: 'p1', name: '演示人员', mobile: '13900001234', since: '2023-08-15', at: '2023-08-15T01:00:00.000Z', form: { a: 1 } },
    ]);
    expect(await lines('credential')).toEqual([{ login: 'p1' }]);
    expect((await readdir(join(into, 'accounts'))).sort()).toEqual(['credential.jsonl', 'person.jsonl']);
    expect(await readFile(join(into, 'files', 'evidence.pdf'), 'utf8')).toBe('%PDF');
    const { rows } = JSON.parse(await readFile(join(into, 'export.json'), 'utf8')) as { rows: Record<string, unknown> };
    expect(rows['accounts']).toEqual({ credential: 1, person: 1 });
  });

  it('is in the ledger of each service before anything is read, with who and why', async () => {
    await take(join(folder, 'again'), '--reason', reason);

    expect(asked.map(({ url }) => url)).toEqual(Array(3).fill('/internal/operations'));
    expect(asked[0]?.body).toMatchObject({ reason });
  });

  it('leaves no folder where it could not be recorded, so that it can be done again', async () => {
    const into = join(folder, 'refused');
    status = 400;
    await expect(take(into, '--reason', reason)).rejects.toThrow();
    status = 204;

    expect(await take(into, '--reason', reason)).toBe(0);
  });

  it('wants a reason and a new folder', async () => {
    await expect(take(join(folder, 'other'))).rejects.toThrow('--reason');
    await expect(take(folder, '--reason', reason)).rejects.toThrow('is there already');
    expect(asked).toEqual([]);
  });

  it('stops where something cannot be opened', async () => {
    await source.query("UPDATE person SET mobile = 'k1.AAAAAAAAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'");

    await expect(take(join(folder, 'forged'), '--reason', reason)).rejects.toThrow('is not what was sealed here');
  });
});
