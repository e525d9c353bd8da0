import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { BundleItem, Progress } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { TestRegistry } from '@dengke/test-kit';
import Ajv2020 from 'ajv/dist/2020';
import { aUnit } from '../../testing/a-form';
import { aKey, aRegistration, completer, registrar } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { Submission } from '../acts/submission.entity';
import { CancellationsService } from '../cancellations/cancellations.service';
import { AskingService } from '../corrections/asking.service';
import { CorrectingService } from '../corrections/correcting.service';
import { seedAchievements } from '../seed';
import { BundlesService } from './bundles.service';
import { ReportItem } from './report-item.entity';
import { lastReported } from './report-items';
import type { BundlePage } from './report-ups.dto';
import { SealingService } from './sealing.service';

const monday = '2023-08-14T02:00:00.000Z';
const document = { fileName: '说明.pdf', mediaType: 'application/pdf', bytes: 1, sha256: '0'.repeat(64) };

describe('what was reported up and is corrected or cancelled since', () => {
  let world: ServiceWorld;
  let registry: TestRegistry;
  let folder: string;
  let names = 0;
  beforeAll(async () => {
    registry = await TestRegistry.begin();
    folder = await mkdtemp(join(tmpdir(), 'dengke-changes-'));
    const key = join(folder, 'key.pem');
    await writeFile(key, registry.privateKey);
    const settings = { DENGKE_REPORT_UP: 'endpoint', DENGKE_REGISTRY_URL: registry.url, DENGKE_REPORT_KEY_FILE: key };
    world = await ServiceWorld.begin(AchievementsModule, settings);
    await seedAchievements(world.database, 'season');
  }, 60_000);
  beforeEach(() => registry.behaves());
  afterAll(async () => {
    await world.end();
    await registry.end();
    await rm(folder, { recursive: true });
  });

  const of = <T>(service: new (...parts: never[]) => T): T => world.app.get(service, { strict: false });
  const at = <T>(fn: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(monday, fn);
  const rowOf = (serial: string) => world.database.manager.findOneByOrFail(Submission, { serial });
  const reportedUp = async (): Promise<{ serial: string; number: string }> => {
    const { serial, number } = await aRegistration(world, `上报成果之${(names += 1)}`, monday);
    await of(ActsService).byWorkflow('reportUp', { serial, after: (await rowOf(serial)).lastFact, at: monday });
    return { serial, number };
  };
  const corrects = async (serial: string, changes: Record<string, unknown>): Promise<void> => {
    const asked = await at(() =>
      of(AskingService).record(completer, { key: aKey(), serial, unitId: aUnit.id, reason: '更正', changes, document }),
    );
    await at(() => of(CorrectingService).approve(registrar, aKey(), asked.id));
  };
  const cancels = (serial: string): Promise<Progress> =>
    at(() => of(CancellationsService).record(registrar, aKey(), serial, { ground: 'fraud', reason: '经查实' }, document));
  const itemOf = async (serial: string): Promise<ReportItem> => (await lastReported(world.database.manager, serial)) as ReportItem;
  const items = async (serial: string): Promise<string[]> =>
    (await world.database.manager.find(ReportItem, { where: { serial }, order: { bundleId: 'ASC', position: 'ASC' } })).map(
      ({ kind, state }) => `${kind} ${state}`,
    );

  /** The bundle of its latest item is closed, sealed and sent. @returns that item as the registry reads it */
  async function goes(serial: string): Promise<BundleItem> {
    const { bundleId, id } = await itemOf(serial);
    const act = { bundleId, after: 0, at: monday };
    await of(BundlesService).close(act);
    await of(BundlesService).seal(act);
    const sealed = await buffer(await (await of(SealingService).contentOf(bundleId)).open());
    await of(BundlesService).send(act);
    const { items: read } = await registry.read(Readable.from([sealed]));
    return read.find(({ itemId }) => itemId === id) as BundleItem;
  }

  it('goes up as a correction with old and new values, in a later bundle under the same number [P36 P37]', async () => {
    const { serial, number } = await reportedUp();
    await goes(serial);
    const { name } = await rowOf(serial);
    await corrects(serial, { name: '更正后上报的名称', completers: ['甲某', '丙某'] });
    const item = await goes(serial);

    expect(item).toMatchObject({
      ...{ kind: 'correction', registrationNumber: number, certificateVersion: 2 },
      registered: { name: '更正后上报的名称', completers: ['甲某', '丙某'] },
      changes: [
        { field: 'name', from: name, to: '更正后上报的名称' },
        { field: 'completers', from: ['甲某'], to: ['甲某', '丙某'] },
      ],
    });
    expect(await items(serial)).toEqual(['registration acknowledged', 'correction acknowledged']);
    expect(await registry.entryOf(number)).toMatchObject({ name: '更正后上报的名称', certificateVersion: 2, cancelledOn: null });
    expect((await of(ActsService).factsAfter(serial, 0)).slice(-2).map(({ act, state }) => `${act} → ${state}`)).toEqual([
      'correct → reported',
      'acknowledgeChange → reported',
    ]);
  });

  it('goes up as a cancellation with ground and day, without words of people and without files [P36 P37]', async () => {
    const { serial, number } = await reportedUp();
    await goes(serial);
    await cancels(serial);
    const item = await goes(serial);

    expect(item).toMatchObject({ kind: 'cancellation', ground: 'fraud', cancelledOn: '2023-08-14', certificateVersion: 1 });
    expect(JSON.stringify(item)).not.toContain('经查实');
    expect(Object.keys(item)).not.toContain('form');
    expect(await registry.entryOf(number)).toMatchObject({ cancelledOn: '2023-08-14' });
    expect(await rowOf(serial)).toMatchObject({ state: 'cancelled', registrationNumber: number });
  });

  it('waits for the answer to what is under way, and then tells what stands, once [P29 P37]', async () => {
    const { serial, number } = await reportedUp();
    await corrects(serial, { name: '途中更正之一' });
    await corrects(serial, { name: '途中更正之二' });
    expect(await items(serial)).toEqual(['registration waiting']);

    expect(await goes(serial)).toMatchObject({ kind: 'registration', certificateVersion: 1 });
    expect(await items(serial)).toEqual(['registration acknowledged', 'correction waiting']);
    await cancels(serial);
    expect(await goes(serial)).toMatchObject({ kind: 'correction', certificateVersion: 3, registered: { name: '途中更正之二' } });
    expect(await goes(serial)).toMatchObject({ kind: 'cancellation', certificateVersion: 3 });
    expect(await items(serial)).toEqual(['registration acknowledged', 'correction acknowledged', 'cancellation acknowledged']);
    const { effects } = (await registry.entryOf(number)) ?? {};
    expect(effects?.map(({ kind }) => kind)).toEqual(['registration', 'correction', 'cancellation']);
  });

  it('is told of what was cancelled before the registry had answered; what it never took in, it is not told of [P37]', async () => {
    const [taken, returned] = [await reportedUp(), await reportedUp()];
    await registry.behaves({ items: { [returned.number]: { answer: 'returned', reason: '附件缺页' } } });
    await cancels(taken.serial);
    await cancels(returned.serial);
    await goes(taken.serial);

    expect(await items(taken.serial)).toEqual(['registration acknowledged', 'cancellation waiting']);
    expect(await items(returned.serial)).toEqual(['registration returned']);
    expect((await of(ActsService).factsAfter(returned.serial, 0)).at(-1)).toMatchObject({ act: 'returnChange', state: 'cancelled' });
  });

  it('has one effect when replies are lost: the same content under the same ids is sent again [P37]', async () => {
    const { serial, number } = await reportedUp();
    await goes(serial);
    await corrects(serial, { name: '丢失回执的更正' });
    await registry.behaves({ loseReplies: 1 });
    await goes(serial);
    expect(await items(serial)).toEqual(['registration acknowledged', 'correction waiting']);
    const { id, bundleId } = await itemOf(serial);
    await of(BundlesService).send({ bundleId, after: 0, at: monday });

    const { effects } = (await registry.entryOf(number)) ?? {};
    expect(effects?.filter(({ kind }) => kind === 'correction')).toEqual([{ itemId: id, kind: 'correction', bundleId }]);
    expect(await items(serial)).toEqual(['registration acknowledged', 'correction acknowledged']);
  });

  it('comes back to the department with the reason; reported again it has another id, corrected again it is told anew [P36 P37]', async () => {
    const { serial, number } = await reportedUp();
    await goes(serial);
    await corrects(serial, { name: '被退回的更正' });
    await registry.behaves({ items: { [number]: { answer: 'returned', reason: '与档案不符' } } });
    await goes(serial);

    const returned = await itemOf(serial);
    const { body } = await world.as(registrar).get<BundlePage>(`/report-ups/${returned.bundleId}`);
    expect(body.lines.find(({ id }) => id === returned.id)).toMatchObject({ state: 'returned', reason: '与档案不符' });
    expect(await rowOf(serial)).toMatchObject({ state: 'reported', registrationNumber: number });
    const again = () => world.as(registrar).post<Progress & { code?: string }>(`/submissions/${serial}/report-change`, {}, { key: aKey() });
    expect((await again()).status).toBe(200);
    expect((await again()).body.code).toBe('ACT_NOT_PERMITTED');
    const next = await itemOf(serial);
    expect(next).toMatchObject({ kind: 'correction', state: 'waiting', certificateVersion: 2 });
    expect(next.id).not.toBe(returned.id);

    await registry.behaves({ items: { [number]: { answer: 'refused', reason: '' } } });
    await goes(serial);
    await corrects(serial, { name: '再次更正' });
    expect(await goes(serial)).toMatchObject({ kind: 'correction', certificateVersion: 3 });
    expect(await items(serial)).toEqual([
      ...['registration acknowledged', 'correction returned', 'correction returned', 'correction acknowledged'],
    ]);
    expect(await registry.entryOf(number)).toMatchObject({ name: '再次更正', certificateVersion: 3 });
  });

  it('that comes back when it was corrected again or cancelled meanwhile is told as it stands by then [P36 P37]', async () => {
    const [corrected, cancelled] = [await reportedUp(), await reportedUp()];
    await goes(corrected.serial);
    await corrects(corrected.serial, { name: '退回前的更正' });
    await corrects(cancelled.serial, { name: '注销前的更正' });
    const returned = { answer: 'returned' as const, reason: '与档案不符' };
    await registry.behaves({ items: { [corrected.number]: returned, [cancelled.number]: returned } });
    await corrects(corrected.serial, { name: '退回前的再次更正' });
    await cancels(cancelled.serial);
    await goes(corrected.serial);

    expect(await items(corrected.serial)).toEqual(['registration acknowledged', 'correction returned', 'correction waiting']);
    expect(await items(cancelled.serial)).toEqual(['registration acknowledged', 'correction returned', 'cancellation waiting']);
    await goes(corrected.serial);
    expect(await registry.entryOf(corrected.number)).toMatchObject({ name: '退回前的再次更正', certificateVersion: 3 });
    expect(await registry.entryOf(cancelled.number)).toMatchObject({ cancelledOn: '2023-08-14' });
  });

  it('waits one at a time: the database takes no second one of a submission', async () => {
    const { serial } = await reportedUp();
    await goes(serial);
    await corrects(serial, { name: '唯一的更正' });
    const item = await itemOf(serial);

    const another = { ...item, id: `${serial}-99`, position: 99 };
    await expect(world.database.manager.insert(ReportItem, another)).rejects.toThrow(/report_item_one_waiting/);
  });

  it('is told as it was registered where it was corrected before it was reported up [P36]', async () => {
    const { serial, number } = await aRegistration(world, '上报前更正的成果', monday);
    await corrects(serial, { name: '上报前更正后的名称' });
    expect(await items(serial)).toEqual([]);
    await of(ActsService).byWorkflow('reportUp', { serial, after: (await rowOf(serial)).lastFact, at: monday });
    const item = await goes(serial);

    expect(item).toMatchObject({ kind: 'registration', certificateVersion: 2, registered: { name: '上报前更正后的名称' } });
    expect(await items(serial)).toEqual(['registration acknowledged']);
    expect(await registry.entryOf(number)).toMatchObject({ name: '上报前更正后的名称' });
  });

  it('keeps to the schema that is published for it', async () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../../docs/report-bundle-1.schema.json'), 'utf8')) as object;
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema, 'bundle');
    const { serial } = await reportedUp();
    await goes(serial);
    await corrects(serial, { studyTo: '2023-05' });
    const correction = await goes(serial);
    await cancels(serial);
    const cancellation = await goes(serial);

    for (const item of [correction, cancellation]) {
      expect([item.kind, ajv.validate('bundle#/$defs/item', item), ajv.errors]).toEqual([item.kind, true, null]);
      const halved = { ...item, registered: undefined };
      expect(ajv.validate('bundle#/$defs/item', JSON.parse(JSON.stringify(halved)))).toBe(false);
    }
    const mixed = { ...cancellation, changes: [] };
    expect(ajv.validate('bundle#/$defs/item', mixed)).toBe(false);
  });
});
