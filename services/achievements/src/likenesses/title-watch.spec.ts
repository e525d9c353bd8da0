import { Log } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { Submission } from '../acts/submission.entity';
import { likenessesOf } from './likeness-rows';
import { TitleWatch } from './title-watch.service';

const monday = '2023-08-07T02:00:00.000Z';

describe('names kept in memory', () => {
  let world: DeskWorld;
  const replicas: TitleWatch[] = [];
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterEach(() => Promise.all(replicas.splice(0).map((replica) => replica.beforeApplicationShutdown())));
  afterAll(() => world.end());

  const replica = (inBackground = false): TitleWatch => {
    const watch = new TitleWatch(world.database, inBackground, Log.of('spec', 'silent'));
    replicas.push(watch);
    watch.onApplicationBootstrap();
    return watch;
  };
  /** As the relay does after a while. */
  const numbered = () =>
    world.database.query(
      `INSERT INTO feed_number (feedNumber, entryId) SELECT e.id, e.id FROM ledger_entry e
       LEFT JOIN feed_number f ON f.entryId = e.id WHERE f.entryId IS NULL ORDER BY e.id`,
    );
  const alikeOf = async (serial: string) => (await likenessesOf(world.database.manager, serial)).map(({ other }) => other);

  it('are those that were there before the start, over many pages [P19]', async () => {
    const sample = await world.row(await world.submitted(monday, { name: '样本' }));
    await world.database.manager.insert(
      Submission,
      Array.from({ length: 1_100 }, (_, nth) => {
        const number = String(nth + 1).padStart(6, '0');
        return { ...sample, serial: `2021-${number}`, name: `巷道支护第${number}种`, fingerprint: number, state: 'reported' };
      }),
    );
    const watch = replica();
    expect(watch.isReady).toBe(false);
    await watch.step();

    expect(watch.isReady).toBe(true);
    expect(watch.like('巷道支护第001097种', 'unit-a', 1)).toEqual([{ serial: '2021-001097', score: 100 }]);
  });

  it('have a new one within a second at every replica, whichever compares it, and lose one that is withdrawn [P19]', async () => {
    const [one, two] = [replica(true), replica(true)];
    await eventually(() => expect([one.isReady, two.isReady]).toEqual([true, true]));
    const found = (watch: TitleWatch) => watch.like('露天煤矿边坡雷达监测装置', 'unit-b', 1).map((near) => near.serial);
    // What else the machine does is not there each time; the way to the replicas is.
    let shortest = Infinity;
    for (let again = 0; again < 5 && shortest >= 1_000; again += 1) {
      const serial = await world.submitted(monday, { name: '露天煤矿边坡雷达监测' });
      const started = performance.now();
      await eventually(() => expect([found(one), found(two)]).toEqual([[serial], [serial]]));
      shortest = Math.min(shortest, performance.now() - started);

      await world.act(submitter, serial, 'withdraw', monday);
      await numbered();
      await eventually(() => expect([found(one), found(two)]).toEqual([[], []]));
    }
    expect(shortest).toBeLessThan(1_000);
  });

  it('are compared each with each, though they come at once and at two replicas [P19]', async () => {
    const [one, two] = [replica(), replica()];
    await Promise.all([one.step(), two.step()]);
    const serials = await Promise.all(
      ['井下', '地面', '矿区', '厂区'].map((place) => world.submitted(monday, { name: `${place}低压配电网接地故障快速定位` })),
    );
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([one.step(), two.step()]);
    }
    for (const serial of serials) {
      expect((await alikeOf(serial)).sort()).toEqual(serials.filter((other) => other !== serial).sort());
    }
  });

  it('do not bring back what was rejected [P19]', async () => {
    const watch = replica();
    const first = await world.reaches('org-city', monday, { name: '醋糟制备生物质燃料' });
    const second = await world.submitted(monday, { name: '醋糟制备生物质燃料研究' });
    await watch.step();
    expect(await alikeOf(second)).toEqual([first]);

    await world.act(at('org-city'), first, 'reject', monday);
    expect(await alikeOf(second)).toEqual([]);
  });
});
