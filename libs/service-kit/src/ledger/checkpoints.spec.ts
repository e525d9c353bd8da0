import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '../boot/log';
import { SecurityClock } from '../clock/security-clock';
import { numberEntries } from '../feed/feed-numbers';
import { aLedgerHouse } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { checkpointAfter, noCheckpoint } from './checkpoint';
import type { Checkpoint } from './checkpoint';
import { Checkpoints } from './checkpoints';

describe('the checkpoints of a ledger', () => {
  let house: LedgerHouse;
  let folder: string;
  let path: string;
  const lines = async () =>
    (await readFile(path, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Checkpoint);
  const taker = () => new Checkpoints(path, house.source, new SecurityClock(), Log.of('spec', 'silent'));
  const acts = async (...subjects: string[]) => {
    for (const subject of subjects) {
      await house.act(subject);
    }
    await numberEntries(house.source);
  };

  beforeAll(async () => {
    house = await aLedgerHouse('checkpoints');
  });
  beforeEach(async () => {
    await house.clear();
    folder = await mkdtemp(join(tmpdir(), 'dengke-checkpoints-'));
    path = join(folder, 'audit', 'accounts.checkpoints');
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => house.close());

  it('are one line each, of what has changed since the one before: instant, subjects, feed head and a chained digest [P30]', async () => {
    await acts('unit/1', 'unit/2', 'unit/1');
    const first = await taker().take();
    await acts('unit/3');
    const second = await taker().take();

    expect(await lines()).toEqual([first, second]);
    expect([first, second].map((line) => [line?.feedHead, line?.subjects])).toEqual([
      [3, 2],
      [4, 3],
    ]);
    const since = { ...(second as Checkpoint), entries: await house.ledger.entriesAfter('unit/3', 0) };
    expect(checkpointAfter(first as Checkpoint, since).digest).toBe(second?.digest);
    expect(checkpointAfter({ ...(first as Checkpoint), digest: noCheckpoint.digest }, since).digest).not.toBe(second?.digest);
  });

  it('are not written while nothing happens, and by one of two processes at once', async () => {
    await acts('unit/1');
    const [one, other] = await Promise.all([taker().take(), taker().take()]);

    expect([one, other].filter((line) => line !== null)).toHaveLength(1);
    expect(await taker().take()).toBeNull();
    expect(await lines()).toHaveLength(1);
  });

  it('go on after a line that a dying process left unfinished', async () => {
    await acts('unit/1');
    await taker().take();
    await appendFile(path, '{"at":"2023-08-25T08:');
    await acts('unit/2');
    await taker().take();

    expect((await lines()).map(({ feedHead }) => feedHead)).toEqual([1, 2]);
  });

  it('catch up in lines of bounded size with a ledger that is older than they are', async () => {
    await house.source.query(
      `INSERT INTO ledger_entry (subject, number, kind, actId, at, detail, previousHash, hash)
       SELECT CONCAT('unit/', seq), 1, 'released', 'a', '2023-08-01', '{}', '', '' FROM seq_1_to_5003`,
    );
    await house.source.query('INSERT INTO feed_number (feedNumber, entryId) SELECT ROW_NUMBER() OVER (ORDER BY id), id FROM ledger_entry');
    await taker().take();
    await taker().take();

    expect((await lines()).map(({ feedHead, subjects }) => [feedHead, subjects])).toEqual([
      [5_000, 5_000],
      [5_003, 5_003],
    ]);
  });
});
