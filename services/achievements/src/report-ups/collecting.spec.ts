import { inTransaction } from '@dengke/service-kit';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { ReportWorld } from '../../testing/a-report-world';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';

const monday = '2023-08-07T02:00:00.000Z';
const tuesday = '2023-08-08T02:00:00.000Z';

describe('what is reported up where the ministry has a registry', () => {
  let world: ReportWorld;
  beforeAll(async () => {
    world = await ReportWorld.begin();
  });
  beforeEach(async () => {
    const open = await world.desks.database.manager.findOneBy(ReportBundle, { state: 'collecting' });
    if (open !== null) {
      await world.bundles.close({ bundleId: open.id, after: 0, at: monday });
    }
  });
  afterAll(() => world.end());

  it('goes into the open bundle with the act that reports it, and waits there [P37]', async () => {
    const serial = await world.reported(monday);

    const item = await world.itemOf(serial);
    const { registrationNumber } = await world.desks.row(serial);
    expect(item).toMatchObject({ id: `${serial}-6`, kind: 'registration', position: 1, registrationNumber, state: 'waiting' });
    expect(await world.bundle(item.bundleId)).toMatchObject({ state: 'collecting', closesAt: '2023-08-07T03:00:00.000Z', itemCount: 1 });
    expect(await world.story(item.bundleId)).toEqual(['open → collecting']);
    expect(await world.desks.story(serial)).toEqual(['submit', 'release', 'recommend', 'recommend', 'approve', 'reportUp']);
  });

  it('meets the others that are reported up at the same time in one bundle, which takes no more when it is full', async () => {
    const waiting = await Promise.all([0, 1, 2, 3].map(() => world.desks.reaches('org-department', monday)));
    for (const serial of waiting) {
      await world.desks.act(at('org-department'), serial, 'approve', monday);
    }

    await Promise.all(waiting.map((serial) => world.desks.byTime('reportUp', serial, monday)));

    const items = await Promise.all(waiting.map((serial) => world.itemOf(serial)));
    const places = items.map(({ bundleId, position }) => `${bundleId} ${position}`).sort();
    const [full = '', next = ''] = [...new Set(items.map(({ bundleId }) => bundleId))].sort();
    expect(places).toEqual([`${full} 1`, `${full} 2`, `${full} 3`, `${next} 1`]);
    expect(await world.story(full)).toEqual(['open → collecting', 'close → closed']);
    expect((await world.bundle(next)).state).toBe('collecting');
  });

  it('is in one bundle, however often the act of time is repeated', async () => {
    const serial = await world.desks.reaches('org-department', monday);
    await world.desks.act(at('org-department'), serial, 'approve', monday);
    const act = { serial, after: 5, at: monday };

    await Promise.all([world.desks.acts.byWorkflow('reportUp', act), world.desks.acts.byWorkflow('reportUp', act)]);

    expect(await world.desks.database.manager.countBy(ReportItem, { serial })).toBe(1);
  });

  it('waits in one bundle only: the database takes no second one, and no second open bundle', async () => {
    const serial = await world.reported(monday);
    const item = await world.itemOf(serial);
    const { manager } = world.desks.database;

    const submission = { ...(await world.desks.row(serial)), lastFact: 98 };
    await inTransaction(world.desks.database, (within) => world.desks.collecting.collect(within, submission, 'registration', monday));
    expect(await manager.countBy(ReportItem, { serial })).toBe(1);
    await expect(manager.insert(ReportItem, { ...item, id: `${serial}-99`, position: 99 })).rejects.toThrow(/report_item_one_waiting/);
    const another = { ...(await world.bundle(item.bundleId)), id: 'R-900000' };
    await expect(manager.insert(ReportBundle, another)).rejects.toThrow(/report_bundle_one_collecting/);
  });

  it('is closed once: by its time or because it is full', async () => {
    const { bundleId } = await world.itemOf(await world.reported(monday));
    const close = { bundleId, after: 0, at: tuesday };

    await Promise.all([world.bundles.close(close), world.bundles.close(close)]);

    expect(await world.story(bundleId)).toEqual(['open → collecting', 'close → closed']);
    expect((await world.bundle(bundleId)).closesAt).toBe('2023-08-07T03:00:00.000Z');
  });

  it('is answered by the ministry’s people too: their answer closes its item, and a bundle without any other is settled unsent [P37]', async () => {
    const serial = await world.reported(monday);
    const { bundleId } = await world.itemOf(serial);

    await world.desks.act(at('org-ministry'), serial, 'acknowledge', tuesday);
    await world.bundles.close({ bundleId, after: 0, at: tuesday });
    await world.bundles.seal({ bundleId, after: 0, at: tuesday });

    expect(await world.itemOf(serial)).toMatchObject({ state: 'acknowledged', answeredAt: tuesday, receipt: null });
    expect(await world.story(bundleId)).toEqual(['open → collecting', 'answer → collecting', 'close → closed', 'seal → settled']);
  });

  it('is all undone when the act is', async () => {
    const serial = await world.desks.reaches('org-department', monday);
    const before = await world.desks.database.manager.count(ReportItem);
    const submission = { serial, round: 1, registrationNumber: '9992023Y9999', approvedOn: '2023-08-07', lastFact: 4 };

    const undone = inTransaction(world.desks.database, async (manager) => {
      await world.desks.collecting.collect(manager, submission, 'registration', monday);
      throw new Error('undone');
    });

    await expect(undone).rejects.toThrow('undone');
    expect(await world.desks.database.manager.count(ReportItem)).toBe(before);
  });
});

describe('what is reported up where the ministry’s people see it at their desk', () => {
  it('goes into no bundle [P37]', async () => {
    const world = await DeskWorld.begin();

    const serial = await world.reaches('org-ministry', monday);
    await world.act(at('org-ministry'), serial, 'acknowledge', monday);

    expect(await world.database.manager.count(ReportBundle)).toBe(0);
    expect(await world.row(serial)).toMatchObject({ state: 'reported' });
    await world.end();
  });
});
