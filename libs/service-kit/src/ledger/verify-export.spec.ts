import type { EntityManager } from 'typeorm';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '../boot/log';
import { SecurityClock } from '../clock/security-clock';
import { numberEntries } from '../feed/feed-numbers';
import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import type { Checkpoint } from './checkpoint';
import { Checkpoints } from './checkpoints';
import { exportLedger } from './ledger-export';
import type { ExportLine } from './ledger-export';
import { verifyExport } from './verify-export';

const exportedAt = '9999-01-01T00:00:00.000Z';

describe('an exported ledger', () => {
  let house: LedgerHouse;
  let folder: string;
  let checkpoints: Checkpoint[];

  beforeAll(async () => {
    house = await aLedgerHouse('audit');
    folder = await mkdtemp(join(tmpdir(), 'dengke-audit-'));
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  });
  /** Feed: 1 a1, 2 a2, 3 b1, 4 a3, | 5 c1, 6 b2, 7 a4 |, with a checkpoint at each bar. */
  beforeEach(async () => {
    await house.clear();
    const path = join(folder, 'spec.checkpoints');
    await rm(path, { force: true });
    const taker = new Checkpoints(path, house.source, new SecurityClock(), Log.of('spec', 'silent'));
    for (const subject of ['unit/a', 'unit/a', 'unit/b', 'unit/a', '|', 'unit/c', 'unit/b', 'unit/a', '|']) {
      if (subject === '|') {
        await numberEntries(house.source);
        await taker.take();
      } else {
        await house.act(subject, { text: { opinion: `同意 ${subject}` } });
      }
    }
    checkpoints = (await readFile(path, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Checkpoint);
  });

  const exported = async (): Promise<ExportLine[]> => {
    const lines: ExportLine[] = [];
    for await (const line of exportLedger(house.source, 'spec', exportedAt)) {
      lines.push(JSON.parse(JSON.stringify(line)) as ExportLine);
    }
    return lines;
  };
  const audit = async (lines?: ExportLine[]) => verifyExport(lines ?? (await exported()), checkpoints);
  const tamper = (fn: (manager: EntityManager) => Promise<unknown>) => house.source.transaction(fn);
  const sql = (...statements: string[]) =>
    tamper(async (manager) => {
      for (const statement of statements) {
        await manager.query(statement);
      }
    });

  it('is whole when nothing was touched, erased words and all [P30]', async () => {
    await house.ledger.eraseText(house.source.manager, 1);

    expect(await audit()).toEqual({ service: 'spec', entries: 7, subjects: 3, erased: 1, checkpoints: 2, faults: [] });
  });

  it('may hold what was recorded after the last checkpoint, and what has no number yet', async () => {
    await house.act('unit/a');
    await numberEntries(house.source);
    await house.act('unit/d');

    expect(await audit()).toMatchObject({ entries: 9, subjects: 4, faults: [] });
  });

  it.each<[string, string[], object]>([
    [
      'a flipped detail',
      ['UPDATE ledger_entry SET detail = \'{"stage":"unix"}\' WHERE subject = "unit/a" AND number = 2'],
      { number: 2, fault: 'hash' },
    ],
    [
      'a changed instant',
      ['UPDATE ledger_entry SET at = "2023-08-25 08:00:00.001" WHERE subject = "unit/a" AND number = 3'],
      { number: 3, fault: 'hash' },
    ],
    [
      'a changed hash',
      ['UPDATE ledger_entry SET hash = REVERSE(hash) WHERE subject = "unit/a" AND number = 1'],
      { number: 1, fault: 'hash' },
    ],
    ['a deleted entry', ['DELETE FROM ledger_entry WHERE subject = "unit/a" AND number = 2'], { number: 3, fault: 'number' }],
    ['a cut-off tail', ['DELETE FROM ledger_entry WHERE subject = "unit/a" AND number = 4'], { number: 4, fault: 'end' }],
    ['a head set back', ['UPDATE ledger_head SET lastNumber = 3 WHERE subject = "unit/a"'], { number: 4, fault: 'end' }],
    ['a head removed', ['DELETE FROM ledger_head WHERE subject = "unit/a"'], { number: 5, fault: 'end' }],
    [
      'an inserted entry',
      [
        `INSERT INTO ledger_entry (subject, number, kind, actId, at, byPersonId, organisationId, detail, previousHash, hash)
         SELECT subject, 5, kind, 'forged', at, byPersonId, organisationId, detail, hash, REVERSE(hash) FROM ledger_entry WHERE subject = 'unit/a' AND number = 4`,
      ],
      { number: 5, fault: 'hash' },
    ],
    [
      'two entries in each other’s place',
      [
        'UPDATE ledger_entry SET number = 9 WHERE subject = "unit/a" AND number = 2',
        'UPDATE ledger_entry SET number = 2 WHERE subject = "unit/a" AND number = 3',
        'UPDATE ledger_entry SET number = 3 WHERE subject = "unit/a" AND number = 9',
      ],
      { number: 3, fault: 'number' },
    ],
    [
      'a replaced text',
      [
        `UPDATE ledger_text t JOIN ledger_entry e ON e.id = t.entryId SET t.text = '{"opinion":"不同意"}' WHERE e.subject = 'unit/a' AND e.number = 3`,
      ],
      { number: 3, fault: 'text' },
    ],
    [
      'the text of another entry',
      [
        `UPDATE ledger_text t JOIN ledger_entry e ON e.id = t.entryId JOIN ledger_text o JOIN ledger_entry f ON f.id = o.entryId AND f.subject = 'unit/b'
         SET t.text = o.text, t.salt = o.salt WHERE e.subject = 'unit/a' AND e.number = 1`,
      ],
      { number: 1, fault: 'text' },
    ],
  ])('shows %s: subject, number and fault [P30]', async (_, statements, fault) => {
    await sql(...statements);

    expect((await audit()).faults).toContainEqual({ subject: 'unit/a', ...fault });
  });

  const withoutTail = [
    'DELETE FROM feed_number WHERE feedNumber = 7',
    'DELETE e FROM ledger_entry e WHERE e.subject = "unit/a" AND e.number = 4',
    'UPDATE ledger_head h JOIN ledger_entry e ON e.subject = h.subject AND e.number = 3 SET h.lastNumber = 3, h.lastHash = e.hash WHERE h.subject = "unit/a"',
  ];
  const withoutSubject = [
    'DELETE f FROM feed_number f JOIN ledger_entry e ON e.id = f.entryId WHERE e.subject = "unit/c"',
    'DELETE FROM ledger_entry WHERE subject = "unit/c"',
    'DELETE FROM ledger_head WHERE subject = "unit/c"',
  ];

  it('shows by its checkpoints a tail that was cut off together with its head [P30]', async () => {
    await sql(...withoutTail);

    expect((await audit()).faults).toEqual([expect.objectContaining({ fault: 'checkpoint', after: 4, to: 7 })]);
    expect((await verifyExport(await exported())).faults).toEqual([]);
  });

  it('shows a subject that was removed with all that is known of it, also when the feed was numbered anew [P30]', async () => {
    await sql(...withoutSubject);
    expect((await audit()).faults).toEqual([
      { fault: 'feed', feedNumber: 5 },
      expect.objectContaining({ fault: 'checkpoint', after: 4, to: 7 }),
    ]);

    await sql('UPDATE feed_number SET feedNumber = feedNumber - 1 WHERE feedNumber > 5 ORDER BY feedNumber');
    expect((await audit()).faults).toEqual([expect.objectContaining({ fault: 'checkpoint', after: 4, to: 7 })]);
  });

  it('shows a changed, removed or moved checkpoint', async () => {
    const [first, second] = checkpoints as [Checkpoint, Checkpoint];
    for (const forged of [[second], [first, { ...second, subjects: 2 }], [{ ...first, at: exportedAt }, second], [second, first]]) {
      expect((await verifyExport(await exported(), forged)).faults).toContainEqual(expect.objectContaining({ fault: 'checkpoint' }));
    }
  });

  it('shows what was done to the file itself', async () => {
    const whole = await exported();
    const isBroken = async (lines: ExportLine[]) => (await audit(lines)).faults.length > 0;

    for (let index = 1; index < whole.length; index += 1) {
      expect(await isBroken(whole.filter((_, at) => at !== index))).toBe(true);
      expect(await isBroken(whole.slice(0, index))).toBe(true);
    }
    for (const [index, line] of [...whole.entries()].slice(1, -1)) {
      expect(await isBroken([...whole.slice(0, index), line, ...whole.slice(index)])).toBe(true);
      expect(await isBroken([...whole, line])).toBe(true);
    }
    expect(await isBroken(whole.with(2, whole[3] as ExportLine).with(3, whole[2] as ExportLine))).toBe(true);
  });
});
