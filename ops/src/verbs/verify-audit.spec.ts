import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { addTraceToOutbox, createLedgerTables, databaseOptions, inTransaction, Ledger, RelayBell } from '@dengke/service-kit';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import type { House } from '../house';
import { auditOf } from './verify-audit';

describe('npm run ops -- verify-audit', () => {
  let database: TestDatabase;
  let source: DataSource;
  let house: House;
  let said: string[];
  const file = () => join(house.auditDirectory, 'accounts.export.jsonl');
  const audit = async (...args: string[]) => {
    said = [];
    const code = await auditOf(house, args);
    return { code, said: said.join('\n') };
  };
  /** Every line with one change to the nth. */
  const changed = async (at: number, change: (line: string) => string[]) => {
    const lines = (await readFile(file(), 'utf8')).trimEnd().split('\n');
    const path = join(house.auditDirectory, 'changed.jsonl');
    await writeFile(path, `${lines.flatMap((line, index) => (index === at ? change(line) : [line])).join('\n')}\n`);
    return path;
  };

  beforeAll(async () => {
    database = await aDatabase('ops_audit');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
    await createLedgerTables(source.createQueryRunner());
    await addTraceToOutbox(source.createQueryRunner());
    house = {
      auditDirectory: await mkdtemp(join(tmpdir(), 'dengke-ops-')),
      certificateKeysFile: '',
      payloadKeysFile: '',
      personalKeysFileOf: () => '',
      databaseUrlOf: () => database.url,
    };
    const ledger = new Ledger(source, new RelayBell());
    for (const actId of ['p1:1', 'p1:2', 'p1:3']) {
      const entry = {
        kind: 'released',
        actId,
        at: '2023-08-25T08:00:00.000Z',
        by: 'p1',
        organisationId: 'o1',
        detail: { stage: 'unit' },
        relay: false,
      };
      await inTransaction(source, (manager) => ledger.record(manager, 'organisation/o1', { ...entry, text: { reason: '同意' } }));
    }
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    await audit('accounts');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await source.destroy();
    await database.drop();
    await rm(house.auditDirectory, { recursive: true });
  });

  it('exports a service and finds it whole, the file alone as well, with a result for machines', async () => {
    const json = join(house.auditDirectory, 'result.json');

    expect(await audit('accounts', '--json', json)).toMatchObject({
      code: 0,
      said: expect.stringContaining('The ledger is whole.') as string,
    });
    expect(await audit(file())).toMatchObject({ code: 0, said: expect.stringContaining('3 entries of 1 subjects') as string });
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ service: 'accounts', entries: 3, faults: [] });
  });

  it.each<[string, number, (line: string) => string[], string]>([
    ['a flipped character', 2, (line) => [line.replace('"unit"', '"unix"')], 'organisation/o1 number 2 (hash)'],
    ['a deleted entry', 2, () => [], 'organisation/o1 number 3 (number)'],
    ['an inserted entry', 2, (line) => [line, line], 'organisation/o1 number 2 (number)'],
    ['a replaced text', 2, (line) => [line.replace('同意', '不同意')], 'organisation/o1 number 2 (text)'],
    ['a cut-off chain', 3, () => [], 'organisation/o1 number 3 (end)'],
    ['a cut-off file', 5, () => [], 'the export has no proper end'],
  ])('names the first broken entry: %s [P30]', async (_, at, change, sentence) => {
    const { code, said: told } = await audit(await changed(at, change));

    expect(code).toBe(1);
    expect(told).toContain(sentence);
  });

  it('finds two entries that have changed places [P30]', async () => {
    const lines = (await readFile(file(), 'utf8')).trimEnd().split('\n');
    const path = await changed(2, () => [lines[3] ?? '', lines[2] ?? '']);

    expect(await audit(path)).toMatchObject({ code: 1, said: expect.stringContaining('organisation/o1 number 3 (number)') as string });
  });

  it('says what it wants to be told, and what is no line of an export', async () => {
    await expect(audit()).rejects.toThrow('verify-audit <service');
    await expect(audit(await changed(1, () => ['{"entry":']))).rejects.toThrow('no JSON');
  });
});
