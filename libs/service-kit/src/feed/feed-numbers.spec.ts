import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { feedPage, numberEntries } from './feed-numbers';

describe('the feed of a service', () => {
  let house: LedgerHouse;
  const page = (after = 0, limit?: number) => feedPage(house.source, after, limit);

  beforeAll(async () => {
    house = await aLedgerHouse('feed');
  });
  beforeEach(() => house.clear());
  afterAll(() => house.close());

  it('never steps over an entry that commits late', async () => {
    const late = house.source.createQueryRunner();
    await late.startTransaction();
    await late.query(
      "INSERT INTO ledger_entry (subject, number, kind, actId, at, detail, previousHash, hash) VALUES ('submission/1', 1, 'submitted', 'a', '2023-08-01', '{}', '', '')",
    );
    await late.query(
      "INSERT INTO outbox (entryId, subject, number, relayed, at) VALUES (LAST_INSERT_ID(), 'submission/1', 1, 0, '2023-08-01')",
    );
    await house.act('submission/2');
    await numberEntries(house.source);
    const before = await page();
    expect(before.entries.map(({ feedNumber, subject }) => [feedNumber, subject])).toEqual([[1, 'submission/2']]);

    await late.commitTransaction();
    await late.release();
    await numberEntries(house.source);

    const after = await page(before.head);
    expect(after.entries.map(({ feedNumber, subject }) => [feedNumber, subject])).toEqual([[2, 'submission/1']]);
    const [ids] = await house.source.query<{ late: number; early: number }[]>(
      "SELECT MIN(IF(subject = 'submission/1', id, NULL)) AS late, MIN(IF(subject = 'submission/2', id, NULL)) AS early FROM ledger_entry",
    );
    expect(ids?.late).toBeLessThan(ids?.early ?? 0);
  });

  it('gives each entry one number without gaps, though four relays number at once', async () => {
    const acting = Promise.all(Array.from({ length: 60 }, (_, i) => house.act(`submission/${i % 7}`, { relay: i % 2 === 0 })));
    let open = true;
    const numbering = Array.from({ length: 4 }, async () => {
      while (open) {
        await numberEntries(house.source);
      }
    });
    await acting;
    open = false;
    await Promise.all(numbering);
    await numberEntries(house.source);

    const { entries, head } = await page();
    expect(entries.map(({ feedNumber }) => feedNumber)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(head).toBe(60);
    for (const subject of new Set(entries.map((entry) => entry.subject))) {
      const numbers = entries.filter((entry) => entry.subject === subject).map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  it('is read in pages, and tells ids only', async () => {
    for (let i = 0; i < 5; i += 1) {
      await house.act('submission/1', { text: { opinion: '同意' } });
    }
    await numberEntries(house.source);

    const first = await page(0, 3);
    const second = await page(3, 3);

    expect([first.entries.length, first.head, second.entries.length, second.head]).toEqual([3, 5, 2, 5]);
    expect(Object.keys(first.entries[0] ?? {}).sort()).toEqual([
      'at',
      'by',
      'detail',
      'feedNumber',
      'kind',
      'number',
      'organisationId',
      'subject',
    ]);
    expect(JSON.stringify([first, second])).not.toContain('同意');
    expect(await page(5)).toEqual({ entries: [], head: 5 });
  });

  it('keeps what a workflow is to be told in the outbox, and nothing else', async () => {
    await house.act('submission/1', { relay: true });
    await house.act('unit/1', { relay: false });

    await numberEntries(house.source);

    expect(await house.source.query('SELECT subject, numbered FROM outbox')).toEqual([{ subject: 'submission/1', numbered: 1 }]);
  });

  it('is left alone while another process numbers', async () => {
    await house.act('submission/1');
    const other = house.source.createQueryRunner();
    await other.query("SELECT GET_LOCK(CONCAT(DATABASE(), '-feed'), 0)");

    expect(await numberEntries(house.source)).toBe(0);

    await other.query("DO RELEASE_LOCK(CONCAT(DATABASE(), '-feed'))");
    await other.release();
    expect(await numberEntries(house.source)).toBe(1);
  });
});
