import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { BundleItem } from '@dengke/contract';
import { at } from '../../testing/a-desk-world';
import { ReportWorld } from '../../testing/a-report-world';
import { CancellationsService } from '../cancellations/cancellations.service';
import { PublicationService } from '../publicity/publication.service';
import { SubmissionsService } from '../submissions/submissions.service';
import { ReportItem } from './report-item.entity';

const monday = '2023-08-07T02:00:00.000Z';
const later = '2023-08-07T04:00:00.000Z';
const tuesday = '2023-08-08T02:00:00.000Z';
const registrar = at('org-department', 'two');

describe('what is cancelled as classified while it is reported up', () => {
  let world: ReportWorld;
  let cancellations: CancellationsService;
  beforeAll(async () => {
    world = await ReportWorld.begin();
    const { database, acts, issuing } = world.desks;
    const unused = {} as never;
    const publication = new PublicationService(database);
    cancellations = new CancellationsService(database, acts, unused, issuing, publication, new SubmissionsService(database), unused);
  });
  beforeEach(() => world.registry.behaves());
  afterAll(() => world.end());

  const suspect = (serial: string) => world.desks.act(at('org-ministry'), serial, 'suspect', later, { suspicion: 'defence' });
  const cancel = (serial: string) =>
    world.desks.clock.at(tuesday, () =>
      cancellations.cancelClassified(registrar, `cancel-${serial}`, serial, { documentNumber: '晋密〔2023〕1号' }),
    );
  const items = async (serial: string) =>
    (await world.desks.database.manager.find(ReportItem, { where: { serial }, order: { bundleId: 'ASC' } })).map(
      ({ kind, state }) => `${kind} ${state}`,
    );
  const goes = async (bundleId: string): Promise<BundleItem[]> => {
    const act = { bundleId, after: 0, at: tuesday };
    await world.bundles.close(act);
    await world.bundles.seal(act);
    const content = await buffer(await (await world.sealing.contentOf(bundleId)).open());
    await world.bundles.send(act);
    return (await world.registry.read(Readable.from([content]))).items;
  };

  it('goes with no bundle that was sealed before: what else is in it goes with another one, under the same ids [P17 P37]', async () => {
    const { bundleId, serials } = await world.sealed(monday, 2);
    const [serial = '', other = ''] = serials;
    const { id } = await world.itemOf(other);
    await suspect(serial);
    expect(await world.send(bundleId, later)).toMatchObject({ fault: 'SECRECY_SUSPECTED' });
    await cancel(serial);

    expect(await world.send(bundleId, tuesday)).toMatchObject({ fault: null, nextAt: null });
    expect(await world.bundle(bundleId)).toMatchObject({ state: 'settled', nextTryAt: null });
    expect((await world.story(bundleId)).at(-1)).toBe('postpone → settled');
    expect(await items(serial)).toEqual(['registration withheld']);
    const moved = await world.itemOf(other);
    expect(moved).toMatchObject({ id, state: 'waiting' });
    expect(moved.bundleId).not.toBe(bundleId);
    expect((await goes(moved.bundleId)).map((item) => item.serial)).toEqual([other]);
    expect(await world.desks.row(other)).toMatchObject({ state: 'reported' });
    expect(await world.registry.entryOf((await world.desks.row(serial)).registrationNumber)).toBeUndefined();
    await expect(world.sealing.contentOf(bundleId)).rejects.toMatchObject({ code: 'SECRECY_SUSPECTED' });
  });

  it('leaves an unsealed bundle, and the ministry, which knows nothing of it, is told nothing [P17]', async () => {
    const serial = await world.reported(monday);
    const { bundleId } = await world.itemOf(serial);
    await cancel(serial);
    await world.bundles.close({ bundleId, after: 0, at: tuesday });
    await world.bundles.seal({ bundleId, after: 0, at: tuesday });

    expect(await world.bundle(bundleId)).toMatchObject({ state: 'settled' });
    expect(await items(serial)).toEqual([]);
  });

  it('and was taken in is told as a cancellation, of which nothing is said but number, ground and day [P17 P36 P37]', async () => {
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;
    await world.send(bundleId, later);
    await cancel(serial);

    const cancellation = await world.itemOf(serial);
    const [item] = await goes(cancellation.bundleId);
    expect(item).toEqual({
      ...{ itemId: cancellation.id, kind: 'cancellation', serial, certificateVersion: 1, ground: 'classified', cancelledOn: '2023-08-08' },
      ...{ registrationNumber: cancellation.registrationNumber, approvedOn: '2023-08-07' },
    });
    expect(await items(serial)).toEqual(['registration acknowledged', 'cancellation acknowledged']);
  });

  it('and whose bundle went but was not answered is asked for; taken in, its cancellation follows [P36 P37]', async () => {
    await world.registry.behaves({ loseReplies: 1 });
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;
    expect((await world.send(bundleId, later)).fault).not.toBeNull();
    await cancel(serial);

    await world.send(bundleId, tuesday);
    expect(await items(serial)).toEqual(['registration acknowledged', 'cancellation waiting']);
    expect(await world.bundle(bundleId)).toMatchObject({ state: 'settled' });
  });

  it('is not handed over again to a registry that has lost its bundle [P17]', async () => {
    await world.registry.behaves({ decidesAfterAsked: 9 });
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;
    await world.send(bundleId, later);
    await cancel(serial);
    await world.registry.losesItsBundles();

    expect(await world.ask(bundleId, tuesday)).toMatchObject({ fault: null, nextAt: null });
    expect(await items(serial)).toEqual(['registration withheld']);
  });
});
