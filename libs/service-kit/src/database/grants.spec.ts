import { DataSource } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { aDatabase } from '@dengke/test-kit';
import type { TestDatabase } from '@dengke/test-kit';
import { migrateAsOwner } from '../boot/migrate-service';
import { numberEntries } from '../feed/feed-numbers';
import { Ledger } from '../ledger/ledger';
import type { NewEntry } from '../ledger/ledger';
import { addTraceToOutbox, createLedgerTables } from '../ledger/ledger-tables';
import { dispatch } from '../ledger/outbox';
import { once } from '../ledger/receipts';
import { RelayBell } from '../ledger/relay-bell';
import { driverFault } from './database-faults';
import { databaseOptions } from './database-options';
import { inTransaction } from './transaction';

const at = '2023-08-25T08:00:00.000Z';
const released: NewEntry = {
  kind: 'released',
  actId: 'p1:1',
  at,
  by: 'p1',
  organisationId: 'o1',
  detail: {},
  text: { opinion: '同意' },
  relay: true,
};

class LedgerOnly2023080100000 implements MigrationInterface {
  up = async (runner: QueryRunner) => {
    await createLedgerTables(runner);
    await addTraceToOutbox(runner);
  };
  down = () => Promise.resolve();
}
class LaterTable2023080200000 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE later (id int PRIMARY KEY, note varchar(20))');
  down = () => Promise.resolve();
}

describe('the database user of a service', () => {
  let database: TestDatabase;
  let databaseUrl: string;
  let service: DataSource;
  const connect = (url: string) => new DataSource(databaseOptions(url, [], [])).initialize();
  const migrate = (...migrations: (new () => MigrationInterface)[]) =>
    migrateAsOwner({ migrationUrl: database.url, databaseUrl, profile: 'local' }, { entities: [], migrations });
  const refusal = (sql: string, as = service): Promise<number | undefined> =>
    as.query(sql).then(
      () => undefined,
      (error: unknown) => driverFault(error)?.errno,
    );

  beforeAll(async () => {
    database = await aDatabase('grants');
    databaseUrl = await database.serviceUser();
    await migrate(LedgerOnly2023080100000);
    service = await connect(databaseUrl);
  });
  afterAll(async () => {
    await service.destroy();
    await database.drop();
  });

  it('can do an act, number it, send it and erase its words', async () => {
    const ledger = new Ledger(service, new RelayBell());
    await inTransaction(service, (manager) =>
      once(manager, { personId: 'p1', key: 'key-00000001', body: {}, at }, () => ledger.record(manager, 'submission/1', released)),
    );
    await numberEntries(service);
    const { sent } = await dispatch(service, 10, [], (parcels) => Promise.resolve(parcels));
    const [entry] = await ledger.timeline('submission/1');
    await ledger.eraseText(service.manager, entry?.entryId ?? 0);

    expect(sent).toBe(1);
    expect(await ledger.verify('submission/1')).toBeNull();
    expect([entry, ...(await ledger.timeline('submission/1'))].map((told) => told?.text)).toEqual([{ opinion: '同意' }, null]);
  });

  it.each([
    'UPDATE ledger_entry SET kind = "approved"',
    'DELETE FROM ledger_entry',
    'REPLACE INTO ledger_entry SELECT * FROM ledger_entry',
    'INSERT INTO ledger_entry SELECT * FROM ledger_entry ON DUPLICATE KEY UPDATE kind = "approved"',
    'UPDATE ledger_entry e JOIN ledger_head h ON h.subject = e.subject SET e.kind = "approved"',
    'DELETE FROM feed_number',
    'DELETE FROM ledger_head',
    'UPDATE ledger_text SET text = "{}"',
    'TRUNCATE TABLE ledger_entry',
    'DROP TABLE ledger_entry',
    'ALTER TABLE ledger_entry DROP COLUMN hash',
    'CREATE TRIGGER quiet BEFORE INSERT ON ledger_entry FOR EACH ROW SET NEW.kind = "approved"',
  ])('is refused by MariaDB: %s [P30]', async (sql) => {
    // 1142: command denied on this table
    expect(await refusal(sql)).toBe(1142);
    expect(await service.query('SELECT kind FROM ledger_entry')).toEqual([{ kind: 'released' }]);
  });

  it('may change what a later migration brings, and still not the ledger', async () => {
    await migrate(LedgerOnly2023080100000, LaterTable2023080200000);
    await service.query("INSERT INTO later VALUES (1, 'a')");
    await service.query("UPDATE later SET note = 'b'");
    await service.query('DELETE FROM later');

    expect(await refusal('DELETE FROM ledger_entry')).toBe(1142);
  });

  it('loses what it was given on the whole schema before', async () => {
    const root = await connect(database.url);
    await root.query(`GRANT ALL PRIVILEGES ON \`${database.schema.replaceAll('_', '\\_')}\`.* TO '${database.schema}'@'%'`);
    await root.destroy();
    // A connection keeps the rights with which it chose its schema.
    const before = await connect(databaseUrl);
    expect(await refusal('DELETE FROM ledger_entry WHERE id = 0', before)).toBeUndefined();

    await migrate(LedgerOnly2023080100000);

    const afterwards = await connect(databaseUrl);
    expect(await refusal('DELETE FROM ledger_entry WHERE id = 0', afterwards)).toBe(1142);
    await Promise.all([before.destroy(), afterwards.destroy()]);
  });
});
