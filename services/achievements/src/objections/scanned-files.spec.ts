import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf, AScanner, aSpecVirus } from '@dengke/test-kit';
import { approved, objecting, registrar, withPublicity } from '../../testing/a-publicity';
import { aKey, aRegistration, registrar as whoCancels, withDocument } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { Cancellation } from '../cancellations/cancellation.entity';
import { ScansService } from '../evidence/scans.service';
import { seedAchievements } from '../seed';
import { ObjectionFile } from './objection-file.entity';
import { Objection } from './objection.entity';

const monday = '2023-08-14T02:00:00.000Z';
const form = { kinds: ['truth'], grounds: '附实验记录', objector: 'person', name: '乙某某', contact: '0355-0000002' };
const infected = (of: string): Buffer => aPdf(`% ${aSpecVirus} ${of}`);

describe('where a virus scanner is configured, a file', () => {
  let scanner: AScanner;
  let world: ServiceWorld;
  let published: string;
  let registered: string;
  beforeAll(async () => {
    scanner = await AScanner.begin();
    world = await ServiceWorld.begin(AchievementsModule, { DENGKE_CLAMD_ADDRESS: scanner.address });
    await seedAchievements(world.database, 'season');
    ({ serial: registered } = await aRegistration(world, '登记在先的成果', monday));
    await withPublicity(world, 30);
    published = await approved(world, '公示中的成果', monday);
    jest.spyOn(world.app.get(BusinessClock), 'read').mockResolvedValue('2023-08-15T02:00:00.000Z');
  });
  afterAll(async () => {
    await world.end();
    await scanner.goAway();
  });

  const object = (content: Buffer) =>
    objecting(world, published, form, { files: [{ name: 'file1', value: content, fileName: '记录.pdf' }] });
  const read = async (receipt: string) => {
    const { status, content } = await world.download(registrar, `/objections/${receipt}/files/file1`);
    return status === 200 ? content : (JSON.parse(content.toString()) as Problem).code;
  };
  const cancel = (document: Buffer) =>
    world.upload<Problem>(
      whoCancels,
      `/submissions/${registered}/cancel`,
      withDocument({ ground: 'plagiarism', reason: '经查实' }, document),
      aKey(),
    );
  const sweep = () => world.app.get(ScansService, { strict: false }).sweep();
  const quarantined = () => readdir(join(world.filesDir, 'quarantine')).catch(() => []);
  const found = () =>
    world.database.query<object[]>("SELECT byPersonId FROM ledger_entry WHERE subject LIKE 'file/%' AND kind = 'quarantine' ORDER BY id");

  it('of an objection is scanned before it is kept; an infected one is refused with all of it, and lies in quarantine', async () => {
    const clean = aPdf('% clean');
    const { body } = await object(clean);
    expect([scanner.seen > 0, await read(body.receipt)]).toEqual([true, clean]);
    const before = await world.database.manager.count(Objection);

    expect(await object(infected('objection'))).toMatchObject({ status: 422, body: { code: 'FILE_INFECTED' } });
    expect([await world.database.manager.count(Objection), (await quarantined()).length]).toEqual([before, 1]);
    expect(await found()).toEqual([{ byPersonId: null }]);
  });

  it('of an objection waits while the scanner is away, since the objection has its day: read by nobody until it was found clean', async () => {
    await scanner.goAway();
    const [clean, bad] = [aPdf('% came meanwhile'), infected('meanwhile')];
    const [good, ill] = [(await object(clean)).body.receipt, (await object(bad)).body.receipt];
    expect([await read(good), await read(ill)]).toEqual(['NOT_YET_SCANNED', 'NOT_YET_SCANNED']);
    await expect(sweep()).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    await scanner.comeBack();
    await sweep();
    expect([await read(good), await read(ill)]).toEqual([clean, 'FILE_INFECTED']);
    const { sha256 } = await world.database.manager.findOneByOrFail(ObjectionFile, { receipt: ill });
    expect(await quarantined()).toContain(sha256);
    expect(await sweep()).toBe(0);
  });

  it('on which a cancellation rests is refused when it is infected, and cannot wait: while the scanner is away nothing is cancelled', async () => {
    expect(await cancel(infected('cancellation'))).toMatchObject({ status: 422, body: { code: 'FILE_INFECTED' } });
    expect(await found()).toContainEqual({ byPersonId: whoCancels.personId });
    await scanner.goAway();
    expect(await cancel(aPdf('% away'))).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
    expect(await world.database.manager.count(Cancellation)).toBe(0);

    await scanner.comeBack();
    expect((await cancel(aPdf('% back'))).status).toBe(200);
  });
});
