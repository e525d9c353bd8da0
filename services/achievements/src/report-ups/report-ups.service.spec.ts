import { Readable } from 'node:stream';
import { BlobStore, inTransaction, Ledger } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { aRegistration } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { Submission } from '../acts/submission.entity';
import { seedAchievements } from '../seed';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';
import type { BundleLine, BundleList, BundlePage } from './report-ups.dto';
import { SealedBundle } from './sealed-bundle.entity';

const monday = '2023-08-07T02:00:00.000Z';
const registrar = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'registrar');
const stranger = aCaller({ organisationId: 'org-most', organisationKind: 'ministry', role: 'manager' }, 'ministry-one');

describe('the department’s board of what is reported up', () => {
  let world: ServiceWorld;
  const content = Buffer.from('a sealed bundle');

  /** By somebody of the ministry, with a key as every person's act. */
  const returnedByTheDesk = (serial: string, reason: string) =>
    inTransaction(world.database, (manager) =>
      world.app.get(Ledger, { strict: false }).record(manager, `submission/${serial}`, {
        ...{ kind: 'returnReport', actId: 'ministry-one:key-000001', at: monday, by: 'ministry-one', organisationId: 'org-most' },
        ...{ detail: { state: 'registered' }, text: { reason }, relay: false },
      }),
    );

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    const { manager } = world.database;
    const row = { openedAt: monday, closesAt: monday, itemCount: 1, attempts: 0, triedAt: null, nextTryAt: null, lastFault: null };
    await manager.insert(ReportBundle, { ...row, id: 'R-000001', state: 'settled' });
    await manager.insert(ReportBundle, {
      ...row,
      id: 'R-000002',
      state: 'sealed',
      attempts: 2,
      nextTryAt: monday,
      lastFault: 'UNREACHABLE',
    });
    const item = { bundleId: 'R-000001', kind: 'registration', round: 1, approvedOn: '2023-08-07', collectedAt: monday } as const;
    const items: [serial: string, state: ReportItem['state']][] = [
      ['2023-000001', 'acknowledged'],
      ['2023-000002', 'returned'],
    ];
    for (const [index, [serial, state]] of items.entries()) {
      await manager.insert(ReportItem, {
        ...{ ...item, id: `${serial}-6`, position: index + 1, serial, state, answeredAt: monday },
        ...{ registrationNumber: `9992023Y000${index + 1}`, receipt: null },
      });
    }
    await returnedByTheDesk('2023-000002', '完成人与证书不一致');
    const blobs = world.app.get(BlobStore, { strict: false });
    const blob = await blobs.stage(Readable.from([content]));
    await blobs.keep(blob);
    await manager.insert(SealedBundle, {
      ...{ bundleId: 'R-000001', sha256: blob.sha256, bytes: blob.bytes, keyId: 'k'.repeat(32), sealedAt: monday },
    });
  });
  afterAll(() => world.end());

  it('shows bundles, the newest first, with how many items stand where and what keeps them', async () => {
    const { body } = await world.as(registrar).get<BundleList>('/report-ups?limit=1');

    expect(body.items).toMatchObject([{ id: 'R-000002', state: 'sealed', attempts: 2, lastFault: 'UNREACHABLE' }]);
    const next = await world.as(registrar).get<BundleList>(`/report-ups?cursor=${body.next}`);
    expect(next.body).toMatchObject({ items: [{ id: 'R-000001', items: { waiting: 0, acknowledged: 1, returned: 1 } }], next: null });
  });

  it('shows one with its items, and why the ministry’s desk sent one back', async () => {
    const { body } = await world.as(registrar).get<BundlePage>('/report-ups/R-000001');

    expect(body).toMatchObject({ state: 'settled', keyId: 'k'.repeat(32) });
    expect(body.lines.map(({ serial, state, reason }) => [serial, state, reason])).toEqual([
      ['2023-000001', 'acknowledged', null],
      ['2023-000002', 'returned', '完成人与证书不一致'],
    ]);
  });

  it('gives out the sealed bundle as a download, and records who took it', async () => {
    const { status, headers, content: given } = await world.download(registrar, '/report-ups/R-000001/file');

    expect([status, headers['content-type'], given]).toEqual([200, 'application/x-tar', content]);
    expect(headers['content-disposition']).toContain('filename="R-000001.tar"');
    const entries = await world.database.query<{ kind: string; byPersonId: string }[]>(
      "SELECT kind, byPersonId FROM ledger_entry WHERE subject = 'report-up-file/R-000001'",
    );
    expect(entries).toEqual([{ kind: 'readBundle', byPersonId: 'registrar' }]);
    expect((await world.download(registrar, '/report-ups/R-000002/file')).status).toBe(404);
  });

  it('has nothing tried at once where nothing waits to be tried, and says when the workflows are away', async () => {
    const retry = (id: string) =>
      world.as(registrar).post<BundleLine & { code: string }>(`/report-ups/${id}/retry`, undefined, { key: 'retry-000001' });

    expect((await retry('R-000001')).body.code).toBe('ACT_NOT_PERMITTED');
    expect((await retry('R-000009')).body.code).toBe('NOT_FOUND');
    expect((await retry('R-000002')).body.code).toBe('UNAVAILABLE');
  });

  it('tells no reason of what is suspected to be classified, or is, or is of the same draft [P17]', async () => {
    const { manager } = world.database;
    await seedAchievements(world.database, 'season');
    const [{ serial }, other] = [await aRegistration(world, '退回后涉密的成果', monday), await aRegistration(world, '另一成果', monday)];
    await manager.insert(ReportBundle, {
      ...{ id: 'R-000003', state: 'settled', openedAt: monday, closesAt: monday, itemCount: 1 },
      ...{ attempts: 0, triedAt: null, nextTryAt: null, lastFault: null },
    });
    await manager.insert(ReportItem, {
      ...{ bundleId: 'R-000003', kind: 'registration', round: 1, approvedOn: '2023-08-07', collectedAt: monday, answeredAt: monday },
      ...{ id: `${serial}-9`, position: 1, serial, state: 'returned', registrationNumber: '9992023Y0009', receipt: null },
    });
    await returnedByTheDesk(serial, '主要技术指标不实');
    const reasons = async () => (await world.as(registrar).get<BundlePage>('/report-ups/R-000003')).body.lines.map(({ reason }) => reason);
    expect(await reasons()).toEqual(['主要技术指标不实']);

    await manager.update(Submission, { serial }, { state: 'suspected' });
    expect(await reasons()).toEqual([null]);
    await manager.update(Submission, { serial }, { state: 'cancelled', excluded: true });
    expect(await reasons()).toEqual([null]);
    await manager.update(Submission, { serial }, { excluded: false });
    expect(await reasons()).toEqual(['主要技术指标不实']);
    const { draftId } = await manager.findOneByOrFail(Submission, { serial });
    await manager.update(Submission, { serial: other.serial }, { draftId, state: 'cancelled', excluded: true });
    expect(await reasons()).toEqual([null]);
  });

  it('is the department’s alone', async () => {
    expect((await world.as(stranger).get('/report-ups')).body.code).toBe('NOT_ALLOWED');
  });
});
