import type { EntityManager } from 'typeorm';
import { eventually } from '@dengke/test-kit';
import type { FeedEntry, FeedPage } from '@dengke/contract';
import { Log } from '../boot/log';
import { currentScope } from '../clock/scope';
import { DomainError } from '../http/domain-error';
import { aLedgerHouse, at } from '../testing/ledger-house';
import type { LedgerHouse } from '../testing/ledger-house';
import { FeedFollower } from './feed-follower';
import { feedPage, numberEntries } from './feed-numbers';

describe('a service that follows a feed', () => {
  let source: LedgerHouse;
  let follower: LedgerHouse;
  const log = Log.of('spec', 'silent');

  const following = (
    apply: (manager: EntityManager, entry: FeedEntry) => Promise<unknown>,
    fetchAfter?: (after: number) => Promise<FeedPage>,
  ) =>
    new FeedFollower({
      cursor: 'achievements',
      fetchAfter: fetchAfter ?? ((after) => feedPage(source.source, after)),
      reader: { apply: async (manager, entry) => void (await apply(manager, entry)) },
      database: follower.source,
      log,
    });
  const note = (manager: EntityManager, { subject, number }: FeedEntry) =>
    manager.query('INSERT INTO effect (subject, number) VALUES (?, ?)', [subject, number]);
  const effects = async () =>
    (await follower.source.query<{ number: number }[]>('SELECT number FROM effect ORDER BY id')).map(({ number }) => number);
  const acts = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      await source.act('submission/1', { detail: { i } });
    }
    await numberEntries(source.source);
  };

  beforeAll(async () => {
    source = await aLedgerHouse('followed');
    follower = await aLedgerHouse('follower');
    await follower.source.query('CREATE TABLE effect (id int AUTO_INCREMENT PRIMARY KEY, subject varchar(100), number int)');
  });
  beforeEach(async () => {
    await Promise.all([source.clear(), follower.clear()]);
    await follower.source.query('TRUNCATE TABLE effect');
  });
  afterAll(async () => {
    await Promise.all([source.close(), follower.close()]);
  });

  it('applies each entry once and in order, in the instant of the entry', async () => {
    await acts(5);
    const instants = new Set<string | undefined>();
    const reader = following((manager, entry) => {
      instants.add(currentScope().instant);
      return note(manager, entry);
    });

    expect(await reader.unread()).toBe(5);
    await reader.catchUp();
    await reader.catchUp();

    expect(await effects()).toEqual([1, 2, 3, 4, 5]);
    expect(await reader.unread()).toBe(0);
    expect(instants).toEqual(new Set([at]));
  });

  it('applies once though it dies after the effect and before the commit', async () => {
    await acts(3);
    const dying = following(async (manager, entry) => {
      await note(manager, entry);
      if (entry.number === 2) {
        await manager.query('KILL CONNECTION_ID()');
      }
    });
    await expect(dying.catchUp()).rejects.toThrow();
    expect(await effects()).toEqual([]);

    await eventually(() => following(note).catchUp());

    expect(await effects()).toEqual([1, 2, 3]);
  });

  it('applies once though two processes of the service follow, and that one was slower is no fault of it', async () => {
    await acts(20);
    const said = jest.spyOn(log, 'at');
    let fetches = 0;
    const together = async (after: number) => {
      const page = await feedPage(source.source, after);
      fetches += 1;
      await eventually(() => expect(fetches).toBeGreaterThanOrEqual(2));
      return page;
    };
    const both = [following(note, together), following(note, together)];

    both.forEach((one) => one.start());
    await eventually(async () => expect(await effects()).toHaveLength(20));
    await eventually(() => expect(fetches).toBeGreaterThanOrEqual(4));
    await Promise.all(both.map((one) => one.stop()));

    expect(await effects()).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('puts a poison entry aside as a dead letter, and does not delay the next for long', async () => {
    await acts(3);
    const started = performance.now();

    await following(async (manager, entry) => {
      await note(manager, entry);
      if (entry.number === 2) {
        throw new TypeError('no such unit');
      }
    }).catchUp();

    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await effects()).toEqual([1, 3]);
    expect(await follower.source.query('SELECT source, feedNumber, fault, attempts FROM dead_letter')).toEqual([
      { source: 'achievements', feedNumber: 2, fault: 'TypeError', attempts: 5 },
    ]);
  });

  it('takes a dead letter up again once its fault is mended, and once only', async () => {
    await acts(2);
    const isPoison = (entry: FeedEntry) => entry.number === 1;
    await following((manager, entry) => (isPoison(entry) ? Promise.reject(new TypeError('no')) : note(manager, entry))).catchUp();
    const failing = following(() => Promise.reject(new TypeError('still no')));
    await expect(failing.takeUp(1)).rejects.toThrow('still no');
    expect(await follower.source.query('SELECT feedNumber FROM dead_letter')).toEqual([{ feedNumber: 1 }]);

    const mended = following(note);
    await Promise.all([mended.takeUp(1), mended.takeUp(1)]);

    expect(await effects()).toEqual([2, 1]);
    expect(await follower.source.query('SELECT feedNumber FROM dead_letter')).toEqual([]);
  });

  it('buries nothing because another service is away for a while', async () => {
    await acts(2);
    let away = true;
    const reader = following((manager, entry) => (away ? Promise.reject(new DomainError('UNAVAILABLE')) : note(manager, entry)));
    reader.start();
    await eventually(async () => expect(await reader.unread()).toBe(2));

    away = false;

    await eventually(async () => expect(await effects()).toEqual([1, 2]));
    await reader.stop();
    expect(await follower.source.query('SELECT * FROM dead_letter')).toEqual([]);
  });

  it('goes on by itself when the source was away', async () => {
    await acts(1);
    let fetches = 0;
    const reader = following(note, async (after) => {
      fetches += 1;
      if (fetches < 3) {
        throw new DomainError('UNAVAILABLE');
      }
      return feedPage(source.source, after);
    });

    reader.start();
    await eventually(async () => expect(await effects()).toEqual([1]));
    await acts(1);
    await eventually(async () => expect(await effects()).toEqual([1, 2]));
    await reader.stop();
  });
});
