import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { at } from '../../testing/a-desk-world';
import { ReportWorld } from '../../testing/a-report-world';
import { ReportItem } from './report-item.entity';

const monday = '2023-08-07T02:00:00.000Z';
const later = '2023-08-07T04:00:00.000Z';
const tuesday = '2023-08-08T02:00:00.000Z';
const head = at('org-department', 'head', 'superAdmin');

describe('what is suspected of being classified while it is reported up', () => {
  let world: ReportWorld;
  beforeAll(async () => {
    world = await ReportWorld.begin();
  });
  beforeEach(() => world.registry.behaves());
  afterAll(() => world.end());

  const suspect = (serial: string) => world.desks.act(at('org-ministry'), serial, 'suspect', later, { suspicion: 'defence' });
  const clear = (serial: string) => world.desks.act(head, serial, 'clear', tuesday, { reason: '经核查不涉密' });
  const goes = async (bundleId: string, instant: string): Promise<string[]> => {
    const act = { bundleId, after: 0, at: instant };
    await world.bundles.close(act);
    await world.bundles.seal(act);
    const { state } = await world.bundle(bundleId);
    if (state !== 'sealed') {
      return [];
    }
    const content = await buffer(await (await world.sealing.contentOf(bundleId)).open());
    await world.bundles.send(act);
    return (await world.registry.read(Readable.from([content]))).items.map(({ serial }) => serial);
  };

  it('is left out when its bundle is sealed, with a reason and without content, and comes in a later one once it is cleared [P17 P37]', async () => {
    const [serial, other] = [await world.reported(monday), await world.reported(monday)];
    const { bundleId } = await world.itemOf(serial);
    await suspect(serial);

    expect(await goes(bundleId, later)).toEqual([other]);
    expect(await world.story(bundleId)).toEqual([
      ...['open → collecting', 'close → closed', 'postpone → closed', 'seal → sealed', 'send → sent', 'answer → settled'],
    ]);
    const told = (await world.desks.ledger.timeline(`report-up/${bundleId}`)).find(({ kind }) => kind === 'postpone');
    expect(told).toMatchObject({ text: null, detail: { postponed: [`${serial}-6`], reason: 'SECRECY_SUSPECTED' } });
    expect(await world.desks.database.manager.countBy(ReportItem, { serial })).toBe(0);

    await clear(serial);
    const again = await world.itemOf(serial);
    expect(again).toMatchObject({ kind: 'registration', state: 'waiting' });
    expect(again.bundleId).not.toBe(bundleId);
    expect(await goes(again.bundleId, tuesday)).toEqual([serial]);
    expect(await world.desks.row(serial)).toMatchObject({ state: 'reported' });
  });

  it('is settled unsent where nothing else is in the bundle', async () => {
    const serial = await world.reported(monday);
    const { bundleId } = await world.itemOf(serial);
    await suspect(serial);

    expect(await goes(bundleId, later)).toEqual([]);
    expect(await world.bundle(bundleId)).toMatchObject({ state: 'settled' });
  });

  it('where it is cleared before, goes with the bundle that it was in', async () => {
    const serial = await world.reported(monday);
    const { bundleId, id } = await world.itemOf(serial);
    await suspect(serial);
    await clear(serial);

    expect(await world.itemOf(serial)).toMatchObject({ id, bundleId, state: 'waiting' });
    expect(await goes(bundleId, tuesday)).toEqual([serial]);
  });

  it('is neither sent nor handed out where the bundle was sealed before, until it is cleared [P17]', async () => {
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;
    await suspect(serial);

    await expect(world.sealing.contentOf(bundleId)).rejects.toMatchObject({ code: 'SECRECY_SUSPECTED' });
    expect(await world.send(bundleId, later)).toMatchObject({ fault: 'SECRECY_SUSPECTED', nextAt: '2023-08-07T04:00:30.000Z' });
    expect(await world.registry.entryOf((await world.desks.row(serial)).registrationNumber)).toBeUndefined();

    await clear(serial);
    expect(await world.send(bundleId, tuesday)).toMatchObject({ fault: null });
    expect(await world.desks.row(serial)).toMatchObject({ state: 'reported' });
  });

  it('waits with the answer that comes meanwhile, which is asked for again once it is cleared [P17]', async () => {
    await world.registry.behaves({ decidesAfterAsked: 1 });
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;
    await world.send(bundleId, later);
    await suspect(serial);

    expect((await world.ask(bundleId, later)).nextAt).not.toBeNull();
    expect(await world.itemOf(serial)).toMatchObject({ state: 'waiting' });
    expect(await world.desks.row(serial)).toMatchObject({ state: 'suspected' });

    await clear(serial);
    await world.ask(bundleId, tuesday);
    expect(await world.desks.row(serial)).toMatchObject({ state: 'reported' });
    expect((await world.bundle(bundleId)).state).toBe('settled');
  });
});
