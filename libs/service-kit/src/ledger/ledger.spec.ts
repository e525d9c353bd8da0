import { DataSource } from 'typeorm';
import { databaseOptions } from '../database/database-options';
import { inTransaction } from '../database/transaction';
import { DomainError } from '../http/domain-error';
import { aLedgerHouse, at } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { Ledger } from './ledger';
import { dropLedgerTables } from './ledger-tables';
import { verifyChain } from './hash-chain';

describe('the ledger', () => {
  let house: LedgerHouse;
  beforeAll(async () => {
    house = await aLedgerHouse('ledger');
  });
  beforeEach(() => house.clear());
  afterAll(() => house.close());

  it('numbers a subject’s entries without gaps under 32 acts at once, refusals among them [P30]', async () => {
    const acts = Array.from({ length: 32 }, (_, i) =>
      inTransaction(house.source, async (manager) => {
        const head = await house.ledger.lockHead(manager, 'submission/1');
        const end = await house.ledger.append(manager, head, house.entry());
        if (i % 4 === 3) {
          throw new DomainError('NOT_YET_DUE');
        }
        return end.number;
      }),
    );

    const outcomes = await Promise.allSettled(acts);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(24);
    const numbers = (await house.ledger.entriesAfter('submission/1', 0)).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(await house.ledger.verify('submission/1')).toBeNull();
  });

  it('keeps subjects apart', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, i) => house.act(`submission/${i % 4}`)));

    for (const subject of [0, 1, 2, 3].map((n) => `submission/${n}`)) {
      expect((await house.ledger.entriesAfter(subject, 0)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    }
  });

  it('gives back what was recorded, and finds an act that is already done', async () => {
    await house.act('submission/1', { kind: 'submitted' });
    const late = house.entry({
      kind: 'escalated',
      actId: 'submission/1:escalate:1',
      by: null,
      organisationId: null,
      detail: { stage: 'municipal', dueAt: at },
    });
    const { hash } = await inTransaction(house.source, (manager) => house.ledger.record(manager, 'submission/1', late));

    const found = await house.ledger.entryOfAct('submission/1', 'submission/1:escalate:1');

    expect(found).toEqual({
      entryId: expect.any(Number) as number,
      subject: 'submission/1',
      number: 2,
      kind: 'escalated',
      actId: 'submission/1:escalate:1',
      at,
      by: null,
      organisationId: null,
      detail: { stage: 'municipal', dueAt: at },
      textDigest: null,
      previousHash: (await house.ledger.entriesAfter('submission/1', 0))[0]?.hash,
      hash,
    });
    expect(await house.ledger.entriesAfter('submission/1', 1)).toEqual([found]);
    expect(await house.ledger.entryOfAct('submission/1', 'another')).toBeNull();
  });

  it('takes several entries of one act in their order', async () => {
    await inTransaction(house.source, async (manager) => {
      const head = await house.ledger.lockHead(manager, 'submission/1');
      const approved = await house.ledger.append(manager, head, house.entry({ kind: 'approved' }));
      await house.ledger.append(manager, approved, house.entry({ kind: 'registered' }));
    });

    expect((await house.ledger.timeline('submission/1')).map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'approved'],
      [2, 'registered'],
    ]);
    expect(await house.ledger.verify('submission/1')).toBeNull();
  });

  it('refuses the same act a second time', async () => {
    await house.act('submission/1', { actId: 'p1:key-00000001' });

    await expect(house.act('submission/1', { actId: 'p1:key-00000001' })).rejects.toMatchObject({ driverError: { errno: 1062 } });
  });

  it('keeps words beside the chain: erased they leave it whole, changed they are found [P30]', async () => {
    await house.act('submission/1', { text: { opinion: '材料不完整', reviewer: '李四' } });
    await house.act('submission/1', { text: { opinion: '同意' } });

    const [first] = await house.ledger.timeline('submission/1');
    const entryId = first?.entryId ?? 0;
    expect(first?.text).toEqual({ opinion: '材料不完整', reviewer: '李四' });

    await house.source.query('UPDATE ledger_text SET text = ? WHERE entryId = ?', ['{"opinion":"同意"}', entryId]);
    expect(await house.ledger.verify('submission/1')).toEqual({ subject: 'submission/1', number: 1, fault: 'text' });

    await inTransaction(house.source, (manager) => house.ledger.eraseText(manager, entryId));
    expect(await house.ledger.verify('submission/1')).toBeNull();
    expect((await house.ledger.timeline('submission/1')).map(({ text }) => text)).toEqual([null, { opinion: '同意' }]);
  });

  it('finds what was done to its rows [P30]', async () => {
    for (let i = 0; i < 4; i += 1) {
      await house.act('submission/1', { detail: { i } });
    }
    const tampered = async (sql: string) => {
      await house.source.query(sql);
      return (await house.ledger.verify('submission/1'))?.fault;
    };

    expect(await house.ledger.verify('submission/1')).toBeNull();
    expect(verifyChain(await house.ledger.entriesAfter('submission/1', 0))).toBeNull();
    expect(await tampered("UPDATE ledger_entry SET byPersonId = 'p2' WHERE number = 2")).toBe('hash');
    expect(await tampered("UPDATE ledger_entry SET byPersonId = 'p1' WHERE number = 2")).toBeUndefined();
    expect(await tampered('DELETE FROM ledger_entry WHERE number = 4')).toBe('end');
    expect(await tampered('DELETE FROM ledger_entry WHERE number = 2')).toBe('number');
  });

  it('costs an act two round trips beside BEGIN and COMMIT, with a text too', async () => {
    const alone = await new DataSource(databaseOptions(house.database.url, [], [], 1)).initialize();
    const ledger = new Ledger(alone, house.bell);
    const questions = async () => {
      const [row] = await alone.query<{ Value: string }[]>("SHOW SESSION STATUS LIKE 'Questions'");
      return Number(row?.Value);
    };

    const before = await questions();
    await inTransaction(alone, (manager) => ledger.record(manager, 'submission/1', house.entry({ text: { opinion: '同意' } })));

    expect((await questions()) - before).toBe(5);
    await alone.destroy();
  });

  it('takes its tables away again', async () => {
    const other = await aLedgerHouse('ledger_down');
    const runner = other.source.createQueryRunner();

    await dropLedgerTables(runner);

    expect(await runner.query('SHOW TABLES')).toMatchObject([]);
    await runner.release();
    await other.close();
  });
});
