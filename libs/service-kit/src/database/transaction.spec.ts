import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { aDatabase, eventually } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { changeOne } from './change-one';
import { databaseOptions } from './database-options';
import { asksForNoKey, isDatabaseAway, isDuplicate } from './database-faults';
import { afterCommit, inTransaction, managerOf } from './transaction';

interface Row {
  id: number;
  state: string;
  version: number;
}

describe('a transaction', () => {
  let database: TestDatabase;
  let source: DataSource;
  const read = async (id: number) => (await source.query<Row[]>('SELECT * FROM thing WHERE id = ?', [id]))[0];
  const move = (manager: EntityManager, to: string, version: number) =>
    changeOne(manager, 'UPDATE thing SET state = ?, version = version + 1 WHERE id = 1 AND version = ?', [to, version]);

  beforeAll(async () => {
    database = await aDatabase('transaction');
    source = await new DataSource(databaseOptions(database.url, [], [])).initialize();
    await source.query(
      'CREATE TABLE thing (id int PRIMARY KEY, state varchar(20) NOT NULL, version int NOT NULL, UNIQUE KEY uq_thing_state (state))',
    );
  });
  beforeEach(async () => {
    await source.query('DELETE FROM thing');
    await source.query("INSERT INTO thing VALUES (1, 'unit', 1), (2, 'other', 1)");
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('tells a key that none can be from columns that do not go together', async () => {
    await source.query(
      `CREATE TEMPORARY TABLE keyed (id varchar(9) CHARACTER SET ascii COLLATE ascii_bin, a varchar(9) COLLATE utf8mb4_unicode_ci, b varchar(9) COLLATE utf8mb4_general_ci)`,
    );
    const isNone = (where: string, values: unknown[]) =>
      source.query(`SELECT 1 FROM (SELECT * FROM keyed) k WHERE ${where}`, values).then(() => 'compared', asksForNoKey);

    expect(await isNone('id = ?', ['张'])).toBe(true);
    expect(await isNone('id IN (?)', [['a', '张', 'b']])).toBe(true);
    expect(await isNone('a = b', [])).toBe(false);
  });

  it('that is cut short by the longest time of a statement finds a server that is away', async () => {
    const cut = source.query('SET STATEMENT max_statement_time = 0.05 FOR SELECT SLEEP(5)').catch((error: unknown) => error);

    expect(isDatabaseAway(await cut)).toBe(true);
  });

  it('takes one connection, whatever is read on its way: as many at once as there are connections do not wait for one another', async () => {
    const small = await new DataSource(databaseOptions(database.url, [], [], 2)).initialize();
    const stateOf = async (id: number) => (await managerOf(small).query<Row[]>('SELECT state FROM thing WHERE id = ?', [id]))[0]?.state;
    const together = aMeeting(2);
    const renamed = [1, 2].map((id) =>
      inTransaction(small, async (manager) => {
        await manager.query('UPDATE thing SET state = ? WHERE id = ?', [`written ${id}`, id]);
        await together();
        return stateOf(id);
      }),
    );

    expect(await Promise.all(renamed)).toEqual(['written 1', 'written 2']);
    expect(await stateOf(1)).toBe('written 1');
    await expect(inTransaction(small, () => small.query('SELECT 1'))).rejects.toThrow('A second connection within a transaction');
    await small.destroy();
  });

  it('is of its own database: what is read of another meanwhile goes through that one', async () => {
    const other = await new DataSource(databaseOptions(database.url, [], [])).initialize();

    const [own, others] = await inTransaction(source, async (manager) => [managerOf(source) === manager, managerOf(other)]);

    expect(own).toBe(true);
    expect(others === other.manager).toBe(true);
    await other.destroy();
  });

  it('is READ COMMITTED on every connection of the pool', async () => {
    const together = aMeeting(12);
    const levels = await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(source, async (manager) => {
          await together();
          return (await manager.query<{ level: string }[]>('SELECT @@tx_isolation AS level'))[0]?.level;
        }),
      ),
    );

    expect(new Set(levels)).toEqual(new Set(['READ-COMMITTED']));
  });

  it('loses no update: of two that read the same version, the second is refused', async () => {
    const seen = (await read(1))?.version ?? 0;
    await inTransaction(source, (manager) => move(manager, 'municipal', seen));

    await expect(inTransaction(source, (manager) => move(manager, 'organiser', seen))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });

    expect(await read(1)).toMatchObject({ state: 'municipal', version: 2 });
  });

  it('lets one of 32 rivals win', async () => {
    const rivals = Array.from({ length: 32 }, (_, i) => inTransaction(source, (manager) => move(manager, `s${i}`, 1)));

    const outcomes = await Promise.allSettled(rivals);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await read(1)).toMatchObject({ version: 2 });
  });

  it('repeats both sides of a deadlock until each is through', async () => {
    const attempts = { a: 0, b: 0 };
    const together = aMeeting(2);
    const lockBoth = (name: 'a' | 'b', first: number, second: number) =>
      inTransaction(source, async (manager) => {
        attempts[name] += 1;
        await manager.query('UPDATE thing SET version = version + 1 WHERE id = ?', [first]);
        await together();
        await manager.query('UPDATE thing SET version = version + 1 WHERE id = ?', [second]);
      });

    await Promise.all([lockBoth('a', 1, 2), lockBoth('b', 2, 1)]);

    expect(attempts.a + attempts.b).toBeGreaterThan(2);
    expect([(await read(1))?.version, (await read(2))?.version]).toEqual([3, 3]);
  });

  it('is BUSY when it conflicts again and again', async () => {
    const clash = inTransaction(source, (manager) => manager.query("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"));

    await expect(clash).rejects.toMatchObject({ code: 'BUSY' });
  });

  it('does what follows the commit only after a commit', async () => {
    const done: string[] = [];
    await inTransaction(source, async (manager) => {
      afterCommit(manager, () => done.push('kept'));
      expect(done).toEqual([]);
      await move(manager, 'municipal', 1);
    });
    const refused = inTransaction(source, async (manager) => {
      afterCommit(manager, () => done.push('lost'));
      await move(manager, 'organiser', 1);
    });

    await expect(refused).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(done).toEqual(['kept']);
  });

  it('names a unique index that refused', async () => {
    const twice = source.query("INSERT INTO thing VALUES (3, 'unit', 1)").catch((error: unknown) => error);

    expect(isDuplicate(await twice, 'uq_thing_state')).toBe(true);
    expect(isDuplicate(await twice, 'PRIMARY')).toBe(false);
  });

  it('goes on after its connections were killed', async () => {
    const together = aMeeting(6);
    await Promise.all(Array.from({ length: 6 }, () => inTransaction(source, together)));
    const others = await source.query<{ id: number }[]>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
    expect(others.length).toBeGreaterThan(3);

    await Promise.all(others.map(({ id }) => source.query(`KILL ${id}`).catch((error: unknown) => error)));

    await eventually(() => inTransaction(source, (manager) => move(manager, 'municipal', 1)));
    const again = aMeeting(6);
    await expect(Promise.all(Array.from({ length: 6 }, () => inTransaction(source, again)))).resolves.toHaveLength(6);
  });
});

/** Everybody waits until so many are there; who comes later goes through. */
function aMeeting(size: number): () => Promise<void> {
  let present = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    present += 1;
    if (present >= size) {
      open();
    }
    return all;
  };
}
