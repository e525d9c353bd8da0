import { existsSync } from 'node:fs';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence, Problem } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf, AScanner, aSpecVirus } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aWholeDraft } from '../../testing/a-submission';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView, Gaps } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { SubmittingModule } from '../submitting/submitting.module';
import { SubmittingService } from '../submitting/submitting.service';
import { EvidenceFile } from './evidence.entity';
import { EvidenceModule } from './evidence.module';
import { QuarantinedFile } from './quarantined-file.entity';
import { ScansService } from './scans.service';

@Module({ imports: [EvidenceModule, SubmittingModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const clean = aPdf('% clean');
const infected = aPdf(`% ${aSpecVirus}`);

describe('evidence where a virus scanner is configured', () => {
  let scanner: AScanner;
  let world: ServiceWorld;
  beforeEach(async () => {
    scanner = await AScanner.begin();
    world = await ServiceWorld.begin(Slices, { DENGKE_CLAMD_ADDRESS: scanner.address });
  });
  afterEach(async () => {
    await world.end();
    await scanner.goAway();
  });

  const aDraft = async (): Promise<string> => (await world.as(me).post<DraftView>('/drafts', { form: aForm() })).body.id;
  const add = <T = Evidence>(draftId: string, content: Buffer) =>
    world.upload<T>(me, `/drafts/${draftId}/evidence`, [
      { name: 'kind', value: 'acceptance-report' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: content, fileName: '报告.pdf' },
    ]);
  const fileOf = async (draftId: string, id: string) => {
    const { status, content } = await world.download(me, `/drafts/${draftId}/evidence/${id}/file`);
    return [status, status === 200 ? content : (JSON.parse(content.toString()) as Problem).code];
  };
  const waits = async (draftId: string) =>
    (await world.as(me).get<Gaps>(`/drafts/${draftId}/gaps`)).body.missing
      .filter(({ code }) => code === 'NOT_YET_SCANNED')
      .map(({ field }) => field);
  const inQuarantine = () => readdir(join(world.filesDir, 'quarantine')).catch(() => []);
  const found = () =>
    world.database.query<object[]>("SELECT kind, byPersonId, detail FROM ledger_entry WHERE subject LIKE 'file/%' ORDER BY id");

  it('is scanned before it is kept', async () => {
    const draftId = await aDraft();
    const { status, body } = await add(draftId, clean);
    expect([status, scanner.seen, await waits(draftId)]).toEqual([201, 1, []]);
    expect(await fileOf(draftId, body.id)).toEqual([200, clean]);
  });

  it('that is infected is refused, lies in quarantine, and the administrator finds it in the ledger', async () => {
    const draftId = await aDraft();
    expect(await add<Problem>(draftId, infected)).toMatchObject({ status: 422, body: { code: 'FILE_INFECTED' } });
    const [name = ''] = await inQuarantine();
    expect(await readFile(join(world.filesDir, 'quarantine', name))).toEqual(infected);
    expect([await world.database.manager.count(EvidenceFile), await readdir(join(world.filesDir, 'staging'))]).toEqual([0, []]);
    expect(await world.database.manager.findBy(QuarantinedFile, {})).toMatchObject([
      { sha256: name, signature: 'Dengke.Spec-1', personId: me.personId },
    ]);
    expect(await found()).toMatchObject([{ kind: 'quarantine', byPersonId: me.personId }]);
    await scanner.goAway();
    expect((await add<Problem>(draftId, infected)).body.code).toBe('FILE_INFECTED');
  });

  it('waits while the scanner is away: neither read nor submitted, and scanned when it is back', async () => {
    const draftId = await aDraft();
    await scanner.goAway();
    const { status, body } = await add(draftId, clean);
    expect([status, await fileOf(draftId, body.id), await waits(draftId)]).toEqual([
      201,
      [409, 'NOT_YET_SCANNED'],
      [`evidence.${body.id}`],
    ]);
    await expect(world.app.get(ScansService).sweep()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await scanner.comeBack();
    await world.app.get(ScansService).sweep();
    expect([await fileOf(draftId, body.id), await waits(draftId)]).toEqual([[200, clean], []]);
  });

  it('that waited and turns out to be infected is taken out of its draft, once where two replicas look for it', async () => {
    const [draftId, another] = [await aDraft(), await aDraft()];
    await scanner.goAway();
    const { body } = await add(draftId, infected);
    await add(another, infected);
    await scanner.comeBack();
    await Promise.all([world.app.get(ScansService).sweep(), world.app.get(ScansService).sweep()]);
    const left = (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body.evidence;
    expect([left, (await inQuarantine()).length, (await found()).length]).toEqual([[], 1, 1]);
    expect(await fileOf(draftId, body.id)).toEqual([404, 'NOT_FOUND']);
    expect(await world.app.get(ScansService).sweep()).toBe(0);
    const blobs = await readdir(join(world.filesDir, 'blobs'), { recursive: true });
    expect(blobs.filter((name) => name.length > 60)).toEqual([]);
  });

  it('makes health say whether it is there', async () => {
    const health = async () => (await world.as(me).get<{ checks: object }>('/health/ready')).body.checks;
    expect(await health()).toMatchObject({ virusScan: 'up' });
    await scanner.goAway();
    expect(await health()).toMatchObject({ virusScan: 'down' });
  });
});

describe('evidence that left the disk with what was excluded', () => {
  it('keeps nothing else from its scan [P17]', async () => {
    const scanner = await AScanner.begin();
    const world = await ServiceWorld.begin(AchievementsModule, { DENGKE_CLAMD_ADDRESS: scanner.address });
    await seedAchievements(world.database, 'local');
    const august = '2023-08-10T02:00:00.000Z';
    const [draftId, another] = [await aWholeDraft(world, me, '被排除的成果'), await aWholeDraft(world, me, '等待扫描的成果')];
    const add = async (id: string, content: Buffer) =>
      (
        await world.upload<Evidence>(me, `/drafts/${id}/evidence`, [
          { name: 'kind', value: 'acceptance-report' },
          { name: 'number', value: '第2号' },
          { name: 'issuedOn', value: '2023-05-16' },
          { name: 'file', value: content, fileName: '报告.pdf' },
        ])
      ).body;
    await scanner.goAway();
    const left = await add(draftId, aPdf('% taken out again'));
    await world.as(me).delete(`/drafts/${draftId}/evidence/${left.id}`);
    const clock = world.app.get(BusinessClock);
    const { serial } = await clock.at(august, () => world.app.get(SubmittingService).submit(me, 'submit-excluded', draftId));
    await actAt(world, august, atDesk('unit', 'admin'), serial, 'release');
    await actAt(world, august, atDesk('municipal'), serial, 'suspect', { suspicion: 'secrecy-mark' });
    const blob = join(world.filesDir, 'blobs', left.sha256.slice(0, 2), left.sha256);
    await utimes(blob, 0, 0);
    const head = atDesk('department', 'head', 'superAdmin');
    expect((await world.as(head).post(`/submissions/${serial}/exclude`, {}, { key: `exclude-${serial}` })).status).toBe(200);
    expect(existsSync(blob)).toBe(false);

    const waiting = await add(another, aPdf('% waiting'));
    await scanner.comeBack();
    expect(await world.app.get(ScansService).sweep()).toBe(1);
    expect((await world.download(me, `/drafts/${another}/evidence/${waiting.id}/file`)).status).toBe(200);
    await world.end();
    await scanner.goAway();
  });
});

describe('evidence where no scanner is configured', () => {
  it('is taken, and health says that nothing is scanned', async () => {
    const world = await ServiceWorld.begin(Slices);
    const { body } = await world.as(me).get<{ checks: object }>('/health/ready');
    expect(body.checks).toMatchObject({ virusScan: 'not-configured' });
    await world.end();
  });
});
