import { DataSource } from 'typeorm';
import { aDatabase, eventually } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { databaseOptions } from '../database/database-options';
import { inTransaction } from '../database/transaction';
import { DomainError } from '../http/domain-error';
import { createLedgerTables } from './ledger-tables';
import { once } from './receipts';

const at = '2023-08-25T08:00:00.000Z';
const release = { personId: 'p1', key: 'key-00000001', body: { act: 'release', serial: 'S1' }, at };

describe('the receipt of an act', () => {
  let database: TestDatabase;
  let source: DataSource;
  const effects = async () => (await source.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM effect'))[0]?.n;
  const act = (keyed: typeof release) =>
    inTransaction(source, (manager) =>
      once(manager, keyed, async () => {
        const { insertId } = await manager.query<{ insertId: number }>('INSERT INTO effect (what) VALUES (?)', [keyed.body.act]);
        return { effect: insertId };
      }),
    );

  beforeAll(async () => {
    database = await aDatabase('receipts');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
    const runner = source.createQueryRunner();
    await createLedgerTables(runner);
    await runner.query('CREATE TABLE effect (id int AUTO_INCREMENT PRIMARY KEY, what varchar(20))');
    await runner.release();
  });
  beforeEach(async () => {
    await source.query('DELETE FROM effect');
    await source.query('DELETE FROM act_receipt');
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('gives the first answer when the same request comes twice', async () => {
    const first = await act(release);

    expect(await act(release)).toEqual(first);
    expect(await effects()).toBe(1);
  });

  it('refuses the key with another body', async () => {
    await act(release);

    await expect(act({ ...release, body: { act: 'release', serial: 'S2' } })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await effects()).toBe(1);
  });

  it('keeps the keys of two persons apart', async () => {
    await act(release);
    await act({ ...release, personId: 'p2' });

    expect(await effects()).toBe(2);
  });

  it('stores nothing of a refusal, so that the same key may try again', async () => {
    const refused = inTransaction(source, (manager) =>
      once(manager, release, async () => {
        await manager.query("INSERT INTO effect (what) VALUES ('half')");
        throw new DomainError('NOT_YET_DUE');
      }),
    );

    await expect(refused).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    expect(await effects()).toBe(0);
    expect(await source.query('SELECT * FROM act_receipt')).toEqual([]);
    await expect(act(release)).resolves.toBeDefined();
  });

  it('lets 16 rivals with one key have one effect and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => act(release)));

    expect(new Set(answers.map(({ effect }) => effect)).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('lets the others go on when the first of many rivals is refused', async () => {
    let refusals = 0;
    const rivals = Array.from({ length: 16 }, () =>
      inTransaction(source, (manager) =>
        once(manager, release, async () => {
          refusals += 1;
          if (refusals <= 3) {
            throw new DomainError('NOT_YET_DUE');
          }
          await manager.query("INSERT INTO effect (what) VALUES ('release')");
          return 'released';
        }),
      ),
    );

    const outcomes = await Promise.allSettled(rivals);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
    await eventually(async () => expect(await effects()).toBe(1));
  });
});
